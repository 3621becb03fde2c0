using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Raster;

namespace CiFeatures.Reporting.Statuses;

/// <summary>The symbols inside of cells: fail = cross, flaky = wave, running = dot, unknown = question mark; pass and blank have none.</summary>
internal static class CellMarks
{
    /// <summary>Cells that are smaller than this in width or height have no marks; colour and lightness tell them apart.</summary>
    public const double LeastCell = 6;

    public static bool HasMark(StatusClass status) => status is not (StatusClass.Pass or StatusClass.Empty);

    /// <summary>How thick the lines of marks are.</summary>
    public static double Thickness(double cellSize) => Math.Clamp(cellSize / 8, 1, 1.6);

    /// <summary>Adds the mark of one cell to what will be drawn in the class's mark colour.</summary>
    public static void Add(StatusClass status, Box cell, List<Segment> lines)
    {
        double size = Math.Min(cell.Width, cell.Height);
        double x = cell.X + (cell.Width / 2);
        double y = cell.Y + (cell.Height / 2);
        double r = size * 0.27;
        switch (status)
        {
            case StatusClass.Fail:
                lines.Add(new Segment(x - r, y - r, x + r, y + r));
                lines.Add(new Segment(x - r, y + r, x + r, y - r));
                break;
            case StatusClass.Flaky:
                double step = size * 0.22;
                lines.Add(new Segment(x - (1.5 * step), y + (0.7 * step), x - (0.5 * step), y - (0.7 * step)));
                lines.Add(new Segment(x - (0.5 * step), y - (0.7 * step), x + (0.5 * step), y + (0.7 * step)));
                lines.Add(new Segment(x + (0.5 * step), y + (0.7 * step), x + (1.5 * step), y - (0.7 * step)));
                break;
            case StatusClass.Running:
                // A small ring of eight lines reads as a dot at any size.
                for (int i = 0; i < 8; i++)
                {
                    (double s1, double c1) = Math.SinCos(i * Math.PI / 4);
                    (double s2, double c2) = Math.SinCos((i + 1) * Math.PI / 4);
                    double ring = size * 0.16;
                    lines.Add(new Segment(x + (ring * c1), y + (ring * s1), x + (ring * c2), y + (ring * s2)));
                }

                break;
            case StatusClass.Unknown:
                double unit = size * 0.095;
                foreach (Segment s in StrokeFont.Strokes('?'))
                {
                    lines.Add(new Segment(x + ((s.X1 - 2) * unit), y - ((s.Y1 - 3) * unit), x + ((s.X2 - 2) * unit), y - ((s.Y2 - 3) * unit)));
                }

                break;
        }
    }
}

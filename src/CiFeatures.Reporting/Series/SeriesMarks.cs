using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Raster;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Series;

/// <summary>The symbols of runs: pass = filled circle, fail = cross, flaky = square, running = ring, unknown = question mark, no result = small dot.</summary>
internal static class SeriesMarks
{
    private static readonly Rgb PassEdge = Rgb.FromHex(0x2E7D64);

    public static void Draw(ICanvas canvas, StatusClass status, Spot at)
    {
        Rgb color = StatusPalette.Color(status);
        switch (status)
        {
            case StatusClass.Pass:
                canvas.Circle(at, 3.5, PassEdge);
                canvas.Circle(at, 2.5, color);
                break;
            case StatusClass.Fail:
                canvas.Lines([new Segment(at.X - 3.5, at.Y - 3.5, at.X + 3.5, at.Y + 3.5), new Segment(at.X - 3.5, at.Y + 3.5, at.X + 3.5, at.Y - 3.5)], 2, color);
                break;
            case StatusClass.Flaky:
                var box = new Box(at.X - 3.5, at.Y - 3.5, 7, 7);
                canvas.FillBox(box, color);
                canvas.Frame(box, 1, Ink.Text);
                break;
            case StatusClass.Running:
                canvas.Circle(at, 4, color);
                canvas.Circle(at, 2, Rgb.White);
                break;
            case StatusClass.Empty:
                canvas.Circle(at, 1.5, Ink.Stale);
                break;
            default:
                var strokes = new List<Segment>();
                foreach (Segment s in StrokeFont.Strokes('?'))
                {
                    strokes.Add(new Segment(at.X + ((s.X1 - 2) * 1.3), at.Y - ((s.Y1 - 3) * 1.3), at.X + ((s.X2 - 2) * 1.3), at.Y - ((s.Y2 - 3) * 1.3)));
                }

                canvas.Lines(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(strokes), 1.6, color);
                break;
        }
    }
}

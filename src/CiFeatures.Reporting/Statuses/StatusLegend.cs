using System.Globalization;
using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Statuses;

/// <summary>One entry of a legend.</summary>
/// <param name="Text">What stands beside the sample.</param>
/// <param name="DrawSample">Draws the sample into a box.</param>
internal sealed record LegendEntry(string Text, Action<ICanvas, Box> DrawSample);

/// <summary>A legend of all status classes with their counts, laid out in lines.</summary>
internal static class StatusLegend
{
    private const double SampleWidth = 18;
    private const double SampleHeight = 14;
    private const double LineHeight = 20;
    private const double Size = 10;

    public static List<LegendEntry> Entries(StatusCounts counts) =>
        [.. StatusPalette.Order.Select(s => new LegendEntry(
            string.Create(CultureInfo.InvariantCulture, $"{StatusPalette.Name(s)} {counts[s]:N0}"),
            (canvas, box) => DrawCell(canvas, box, s)))];

    /// <summary>The height that the entries take.</summary>
    public static double Height(IReadOnlyList<LegendEntry> entries, double width) => LineHeight * (Place(entries, width)[^1].Line + 1);

    public static void Draw(ICanvas canvas, IReadOnlyList<LegendEntry> entries, double left, double top, double width)
    {
        (double X, int Line)[] places = Place(entries, width);
        for (int i = 0; i < entries.Count; i++)
        {
            double x = left + places[i].X;
            double y = top + (places[i].Line * LineHeight);
            canvas.BeginGroup("legend-entry", "");
            entries[i].DrawSample(canvas, new Box(x, y, SampleWidth, SampleHeight));
            canvas.Text(new Spot(x + SampleWidth + 6, y + 11), entries[i].Text, new TextStyle(Size, Ink.Text));
            canvas.EndGroup();
        }
    }

    private static void DrawCell(ICanvas canvas, Box box, StatusClass status)
    {
        canvas.FillBox(box, StatusPalette.Color(status));
        canvas.Frame(box, 1, Ink.Axis);
        var lines = new List<Segment>();
        CellMarks.Add(status, box, lines);
        canvas.Lines(CollectionsMarshal.AsSpan(lines), CellMarks.Thickness(SampleHeight), StatusPalette.MarkColor(status));
    }

    private static (double X, int Line)[] Place(IReadOnlyList<LegendEntry> entries, double width)
    {
        var places = new (double X, int Line)[entries.Count];
        double x = 0;
        int line = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            double wide = SampleWidth + 6 + SafeText.Width(entries[i].Text, Size) + 20;
            if (x > 0 && x + wide - 20 > width)
            {
                x = 0;
                line++;
            }

            places[i] = (x, line);
            x += wide;
        }

        return places;
    }
}

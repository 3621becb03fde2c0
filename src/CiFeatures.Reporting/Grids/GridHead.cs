using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Grids;

/// <summary>What stands above the cells: title, facts, legend, notes.</summary>
internal sealed class GridHead
{
    public const double AxisHeight = 42;
    private const double LineHeight = 15;
    private const double TitleLineHeight = 22;
    private readonly List<LegendEntry> _legend;
    private readonly double _width;
    private readonly string[] _titleLines;
    private readonly double _titleSize;

    public GridHead(GridModel model, GridPictureOptions options)
    {
        _width = GridLayout.ContentWidth(model, options);
        Title = model.Grid.Key.ToString();
        _titleLines = TitleSize(Title, _width) >= 15 ? [Title] : [$"{model.Grid.Key.Dashboard} /", model.Grid.Key.Job];
        _titleSize = _titleLines.Min(line => TitleSize(line, _width));
        Subtitle = DescribeSize(model);
        Notes = DescribeNotes(model);
        _legend = StatusLegend.Entries(model.Counts);
        _legend.Add(new LegendEntry(
            string.Create(CultureInfo.InvariantCulture, $"alert on the test ({model.Tests.Count(t => t.HasAlert):N0})"),
            (canvas, box) => GridMarks.DrawAlert(canvas, new Box(box.X + 4, box.Y, GridLayout.MarkLaneWidth - 1, box.Height))));
        _legend.Add(new LegendEntry(
            string.Create(CultureInfo.InvariantCulture, $"stale: no result in the newest {StaleRule.RecentRuns(model.Grid.Info)} runs ({model.Tests.Count(t => t.IsStale):N0})"),
            (canvas, box) => GridMarks.DrawStale(canvas, new Box(box.X + 4, box.Y, GridLayout.MarkLaneWidth - 1, box.Height))));
        Height = GridLayout.Margin + 26 + ((_titleLines.Length - 1) * TitleLineHeight) + LineHeight + 8 + StatusLegend.Height(_legend, _width) + (Notes.Count * LineHeight) + 10 + AxisHeight;
    }

    public string Title { get; }

    public string Subtitle { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>The height down to the first row of cells.</summary>
    public double Height { get; }

    /// <summary>The largest of four sizes at which the whole title fits.</summary>
    public static double TitleSize(string title, double width) =>
        new[] { 20.0, 15, 12 }.FirstOrDefault(size => SafeText.Width(title, size) <= width, 10);

    public void Draw(ICanvas canvas)
    {
        double y = GridLayout.Margin + 16;
        foreach (string line in _titleLines)
        {
            canvas.Text(new Spot(GridLayout.Margin, y), SafeText.Fit(line, _titleSize, _width), new TextStyle(_titleSize, Ink.Text, Bold: true));
            y += TitleLineHeight;
        }

        y += 10 + LineHeight - TitleLineHeight;
        canvas.Text(new Spot(GridLayout.Margin, y), SafeText.Fit(Subtitle, 10, _width), new TextStyle(10, Ink.Muted));
        y += 12;
        StatusLegend.Draw(canvas, _legend, GridLayout.Margin, y, _width);
        y += StatusLegend.Height(_legend, _width) + 9;
        foreach (string note in Notes)
        {
            canvas.Text(new Spot(GridLayout.Margin, y), SafeText.Fit(note, 10, _width), new TextStyle(10, Ink.Text, Bold: true));
            y += LineHeight;
        }
    }

    private static string DescribeSize(GridModel model)
    {
        RunAxis runs = model.Grid.Runs;
        (long? first, long? last, int unknown) = RunTicks.Range(runs);
        string range = first is null ? "" : $" · {UtcText.Minute(first.Value)} to {UtcText.Minute(last!.Value)} UTC";
        string noTime = unknown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" · {Count(unknown, "run")} without a time");
        return string.Create(CultureInfo.InvariantCulture, $"{Count(model.Tests.Length, "test")} × {Count(runs.Count, "run")}{range}{noTime} · {model.Counts.Filled:N0} of {model.Counts.Cells:N0} cells have a result");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static List<string> DescribeNotes(GridModel model)
    {
        var notes = new List<string>();
        if (model.Grid.Info.Alerts.ValueOr("") is { Length: > 0 } warning)
        {
            notes.Add($"The service says: {warning}");
        }

        if (model.RowStep > 1 || model.RunStep > 1)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Too large to show every cell: one cell stands for up to {Count(model.RowStep, "test")} × {Count(model.RunStep, "run")} and shows the worst status among them."));
        }

        return notes;
    }
}

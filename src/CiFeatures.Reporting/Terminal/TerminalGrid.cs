using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Terminal;

/// <summary>Shows a grid in a terminal: a line for each test, a character for each run.</summary>
/// <remarks>What does not fit is left out and counted: the tests at the end of the order, and the oldest runs.</remarks>
public static class TerminalGrid
{
    private const int LinesAround = 5;

    /// <summary>Renders a grid as lines within <see cref="TerminalGridOptions.Width"/> and <see cref="TerminalGridOptions.Height"/>.</summary>
    /// <param name="grid">The grid; one without tests or runs gives lines that say so.</param>
    /// <param name="options">How it is shown.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1602: an option is out of range.</exception>
    public static IReadOnlyList<TerminalLine> Render(JobGrid grid, TerminalGridOptions options)
    {
        options.Check();
        TestFacts[] tests = TestFacts.Sort(TestFacts.Of(grid), options.Order);
        var lines = new List<TerminalLine> { Line(options, grid.Key.ToString(), TerminalColor.Title) };
        if (grid.CellCount == 0)
        {
            lines.Add(Line(options, string.Create(CultureInfo.InvariantCulture, $"This grid is empty: {tests.Length:N0} tests, {grid.Runs.Count:N0} runs."), TerminalColor.Muted));
            return lines;
        }

        var shape = new TerminalShape(grid, tests, options, options.Height - LinesAround);
        lines.Add(Legend(tests, options));
        lines.Add(Axis(grid, shape, options));
        lines.AddRange(tests.Take(shape.Rows).Select(test => Row(grid, test, shape, options)));
        lines.AddRange(Rest(grid, tests, shape, options));
        return lines;
    }

    private static TerminalLine Legend(TestFacts[] tests, TerminalGridOptions options)
    {
        var counts = new StatusCounts();
        foreach (TestFacts test in tests)
        {
            counts.Add(test.Counts);
        }

        var spans = new List<TerminalSpan>();
        int free = options.Width;
        foreach (StatusClass status in StatusPalette.Order)
        {
            string mark = status == StatusClass.Empty ? "' '" : TerminalMarks.Mark(status, options.Unicode).ToString();
            string text = string.Create(CultureInfo.InvariantCulture, $" {StatusPalette.Name(status)} {counts[status]:N0}  ");
            if (counts[status] == 0 || free < mark.Length + text.Length)
            {
                continue;
            }

            spans.Add(new TerminalSpan(mark, TerminalMarks.Color(status)));
            spans.Add(new TerminalSpan(text, TerminalColor.Plain));
            free -= mark.Length + text.Length;
        }

        return new TerminalLine(spans);
    }

    private static TerminalLine Axis(JobGrid grid, TerminalShape shape, TerminalGridOptions options)
    {
        string newest = Date(grid.Runs.TimesMs[0]);
        string oldest = Date(grid.Runs.TimesMs[shape.Runs - 1]);
        (string left, string right) = options.NewestLeft ? (newest, oldest) : (oldest, newest);
        string dates = left.Length + right.Length >= shape.Runs ? left : left + new string(' ', shape.Runs - left.Length - right.Length) + right;
        string head = $"{(options.NewestLeft ? "newest run left" : "newest run right")}, UTC";
        return Line(options, TerminalText.Fit(head, shape.NameWidth, options.Unicode).PadRight(shape.NameWidth + 3) + dates, TerminalColor.Muted);
    }

    private static TerminalLine Row(JobGrid grid, TestFacts test, TerminalShape shape, TerminalGridOptions options)
    {
        string name = TerminalText.Fit(test.Name, shape.NameWidth, options.Unicode).PadRight(shape.NameWidth);
        var spans = new List<TerminalSpan>
        {
            new(name, test.IsStale ? TerminalColor.Muted : TerminalColor.Plain),
            new(test.HasAlert ? " ! " : test.IsStale ? " z " : "   ", test.HasAlert ? TerminalColor.Alert : TerminalColor.Muted),
        };
        StatusClass[] cells = [.. grid.Row(test.Index)[..shape.Runs].ToArray().Select(s => CellStatuses.Class((CellStatus)s))];
        if (!options.NewestLeft)
        {
            Array.Reverse(cells);
        }

        for (int start = 0; start < cells.Length;)
        {
            int end = start + 1;
            while (end < cells.Length && cells[end] == cells[start])
            {
                end++;
            }

            spans.Add(new TerminalSpan(new string(TerminalMarks.Mark(cells[start], options.Unicode), end - start), TerminalMarks.Color(cells[start])));
            start = end;
        }

        return new TerminalLine(spans);
    }

    private static IEnumerable<TerminalLine> Rest(JobGrid grid, TestFacts[] tests, TerminalShape shape, TerminalGridOptions options)
    {
        if (shape.Rows < tests.Length)
        {
            int notable = tests.Skip(shape.Rows).Count(t => t.IsNotable);
            yield return Line(options, string.Create(CultureInfo.InvariantCulture, $"and {tests.Length - shape.Rows:N0} more tests, {notable:N0} of them with failures, flakes or an alert"), TerminalColor.Muted);
        }

        if (shape.Runs < grid.Runs.Count)
        {
            yield return Line(options, string.Create(CultureInfo.InvariantCulture, $"the newest {shape.Runs:N0} of {grid.Runs.Count:N0} runs; the counts are of all"), TerminalColor.Muted);
        }
    }

    private static string Date(long timeMs) => UtcText.IsKnown(timeMs) ? UtcText.Format(timeMs, "yyyy-MM-dd") : "no time";

    private static TerminalLine Line(TerminalGridOptions options, string text, TerminalColor color) =>
        new([new TerminalSpan(TerminalText.Fit(text, options.Width, options.Unicode), color)]);
}

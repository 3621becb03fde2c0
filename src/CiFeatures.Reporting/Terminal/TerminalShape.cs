using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Grids;

namespace CiFeatures.Reporting.Terminal;

/// <summary>How much of a grid fits.</summary>
internal sealed class TerminalShape
{
    private const int MarkWidth = 3;
    private const int DateWidth = 10;

    public TerminalShape(JobGrid grid, TestFacts[] tests, TerminalGridOptions options, int mostRows)
    {
        Rows = Math.Min(tests.Length, Math.Max(1, mostRows));
        int longest = tests.Take(Rows).Max(t => t.Name.Length);

        // Names get what runs leave, at least two fifths of the width; a date must fit above the runs.
        int forNames = Math.Max(options.Width * 2 / 5, options.Width - MarkWidth - Math.Max(grid.Runs.Count, DateWidth));
        NameWidth = Math.Min(Math.Max(longest, 20), forNames);
        Runs = Math.Min(grid.Runs.Count, options.Width - MarkWidth - NameWidth);
    }

    public int Rows { get; }

    public int NameWidth { get; }

    public int Runs { get; }
}

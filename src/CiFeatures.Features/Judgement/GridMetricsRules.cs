using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>Counts passing and completed columns and cells (TestGrid's <c>gridMetrics</c>).</summary>
public static class GridMetricsRules
{
    /// <summary>Counts over the newest columns. Running and empty columns take up places of the window.</summary>
    /// <param name="columns">How many columns the grid has.</param>
    /// <param name="rows">The rows after stale rows and methods are left out; of equal names the last one counts.</param>
    /// <param name="recent">How many of the newest columns are looked at.</param>
    /// <param name="brokenThreshold">Share of failing cells, 0 to 1, above which a column is broken; 0 or less = never.</param>
    /// <param name="options">Statuses to ignore and the switches.</param>
    /// <returns>The counts, and whether any column is broken.</returns>
    public static (GridMetrics Metrics, bool Broken) Measure(
        int columns, IReadOnlyList<JudgedRow> rows, int recent, float brokenThreshold, StatusCustomization options)
    {
        IReadOnlyList<JudgedRow> unique = UniqueRows.ByName(rows);

        // A claimed number of columns may be far beyond the data; counters beyond the longest row would stay 0.
        int longest = 0;
        foreach (JudgedRow row in unique)
        {
            longest = Math.Max(longest, row.Statuses.Length);
        }

        ColumnCounts[] counts = new ColumnCounts[Math.Max(0, Math.Min(Math.Min(columns, recent), longest))];
        foreach (JudgedRow row in unique)
        {
            Count(row.Statuses.Span, counts, options.Effective);
        }

        return Sum(counts, brokenThreshold);
    }

    private static void Count(ReadOnlySpan<byte> statuses, Span<ColumnCounts> counts, IgnoredStatuses ignored)
    {
        for (int c = 0; c < Math.Min(statuses.Length, counts.Length); c++)
        {
            CellStatus raw = (CellStatus)statuses[c];
            ref ColumnCounts column = ref counts[c];
            column.Ignored += StatusRules.IsIgnored(raw, ignored) ? 1 : 0;
            switch (StatusRules.Coalesce(raw, ignoreRunning: true))
            {
                case CellStatus.NoResult:
                    break;
                case CellStatus.Pass:
                    column.Passes++;
                    break;
                case CellStatus.Fail:
                    column.Failures++;
                    break;
                default:
                    column.Other++;
                    break;
            }
        }
    }

    private static (GridMetrics Metrics, bool Broken) Sum(ReadOnlySpan<ColumnCounts> counts, float brokenThreshold)
    {
        int passing = 0, completed = 0, ignored = 0, passingCells = 0, filledCells = 0;
        bool broken = false;
        foreach (ColumnCounts column in counts)
        {
            int filled = column.Passes + column.Failures + column.Other;
            passingCells += column.Passes;
            filledCells += filled;
            completed += filled > 0 ? 1 : 0;
            ignored += column.Ignored > 0 ? 1 : 0;
            passing += column is { Ignored: 0, Failures: 0, Passes: > 0 } ? 1 : 0;
            broken |= brokenThreshold > 0 && column.Passes + column.Failures > 0 && (float)column.Failures / filled > brokenThreshold;
        }

        return (new GridMetrics(passing, completed, ignored, passingCells, filledCells), broken);
    }

    private struct ColumnCounts
    {
        public int Passes;
        public int Failures;
        public int Other;
        public int Ignored;
    }
}

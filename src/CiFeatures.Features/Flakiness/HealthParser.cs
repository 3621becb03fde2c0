using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Features.Flakiness;

/// <summary>Counts the results of each test in a time window (TestGrid's <c>parseGrid</c>).</summary>
public static class HealthParser
{
    private const float FlakyCellPct = 50;

    /// <summary>Counts results and lists them for the flip method. Test methods are left out; stale rows are not.</summary>
    /// <param name="grid">The grid; of rows with equal names the last one counts.</param>
    /// <param name="startSeconds">Start of the window, seconds since 1970 UTC, inclusive.</param>
    /// <param name="endSeconds">End of the window, seconds since 1970 UTC, inclusive.</param>
    /// <returns>
    /// The counts of tests with a pass, failure or flaky cell, in ordinal order of name; and for each test, those without included, its
    /// results newest first, without infrastructure failures and without failures in columns where nothing passed.
    /// </returns>
    public static (IReadOnlyList<TestHealth> Tests, IReadOnlyDictionary<string, IReadOnlyList<FlakyResult>> Results) Parse(
        JudgedGrid grid, long startSeconds, long endSeconds)
    {
        bool[] failing = FlakinessRules.FailingColumns(grid.Columns.Count, grid.Rows);
        bool[] inside = new bool[grid.Columns.Count];
        for (int c = 0; c < inside.Length; c++)
        {
            inside[c] = FlakinessRules.IsWithin(grid.Columns[c].StartedMs, startSeconds * 1000.0, endSeconds * 1000.0);
        }

        SortedDictionary<string, TestHealth> tests = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<FlakyResult>> results = new(StringComparer.Ordinal);
        foreach (JudgedRow row in UniqueRows.ByName(grid.Rows))
        {
            if (!FlakinessRules.IsValidTestName(row.Name))
            {
                continue;
            }

            List<FlakyResult> sequence = [];
            TestHealth test = Count(row, inside, failing, sequence);
            results[row.Name] = sequence;
            if (test.Passed + test.Failed + test.FlakyCount > 0)
            {
                tests[row.Name] = test;
            }
        }

        return ([.. tests.Values], results);
    }

    private static TestHealth Count(JudgedRow row, bool[] inside, bool[] failing, List<FlakyResult> sequence)
    {
        SortedDictionary<string, int> infra = new(StringComparer.Ordinal);
        int passed = 0, failed = 0, flaky = 0, failedInfra = 0;
        int cell = 0;
        ReadOnlySpan<byte> statuses = row.Statuses.Span;
        for (int c = 0; c < Math.Min(statuses.Length, inside.Length); c++)
        {
            CellStatus status = StatusRules.Coalesce((CellStatus)statuses[c], ignoreRunning: false);
            if (status == CellStatus.NoResult)
            {
                continue;
            }

            // Messages are compact: a cell outside the window uses one too.
            string message = cell < row.Messages.Count ? row.Messages[cell] : "";
            cell++;
            if (!inside[c])
            {
                continue;
            }

            switch (status)
            {
                case CellStatus.Pass:
                    passed++;
                    sequence.Add(FlakyResult.Pass);
                    break;
                case CellStatus.Flaky:
                    flaky++;
                    sequence.Add(FlakyResult.Flaky);
                    break;
                case CellStatus.Fail when FlakinessRules.IsInfraFailure(message):
                    failedInfra++;
                    infra[message] = infra.GetValueOrDefault(message) + 1;
                    break;
                case CellStatus.Fail:
                    failed++;
                    if (!failing[c])
                    {
                        sequence.Add(FlakyResult.Fail);
                    }

                    break;
                default:
                    break;
            }
        }

        return new TestHealth
        {
            Name = row.Name,
            Passed = passed,
            Failed = failed,
            FlakyCount = flaky,
            AverageFlakinessPct = flaky > 0 ? FlakyCellPct : 0,
            FailedInfraCount = failedInfra,
            InfraFailures = infra,
        };
    }
}

using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Grids;

/// <summary>What pictures need to know about one test besides its cells.</summary>
/// <param name="Index">The published row.</param>
/// <param name="Name">The name.</param>
/// <param name="HasAlert">Whether the service attached an alert.</param>
/// <param name="IsStale">Whether the newest runs have no result of it; see <see cref="StaleRule"/>.</param>
/// <param name="Counts">How many cells of each class it has.</param>
internal sealed record TestFacts(int Index, string Name, bool HasAlert, bool IsStale, StatusCounts Counts)
{
    public bool IsNotable => HasAlert || Counts[StatusClass.Fail] + Counts[StatusClass.Flaky] > 0;

    public static TestFacts[] Of(JobGrid grid)
    {
        int recent = StaleRule.RecentRuns(grid.Info);
        var facts = new TestFacts[grid.Tests.Count];
        for (int test = 0; test < facts.Length; test++)
        {
            ReadOnlySpan<byte> row = grid.Row(test);
            facts[test] = new TestFacts(test, grid.Tests[test].Name, grid.Tests[test].Alert is not null, StaleRule.IsStale(row, recent), StatusCounts.Of(row));
        }

        return facts;
    }

    public static TestFacts[] Sort(TestFacts[] tests, RowOrder order) => order switch
    {
        RowOrder.Name => [.. tests.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Index)],
        RowOrder.FailingFirst => [.. WorstFirst(tests)],
        _ => tests,
    };

    public static IEnumerable<TestFacts> WorstFirst(IEnumerable<TestFacts> tests) =>
        tests.OrderByDescending(t => t.HasAlert)
            .ThenByDescending(t => t.Counts[StatusClass.Fail])
            .ThenByDescending(t => t.Counts[StatusClass.Flaky])
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .ThenBy(t => t.Index);
}

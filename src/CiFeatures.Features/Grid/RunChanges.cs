using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Grid;

/// <summary>What changed in each run against the nearest older result of the same test.</summary>
/// <remarks>Blank, running and unknown cells are passed over when the older result is looked for; flaky cells are results but no side of a change.</remarks>
public sealed class RunChanges
{
    /// <summary>From how many failing results in a row on a failure is persistent; TestGrid opens an alert there by default.</summary>
    public const int PersistentFrom = 3;

    private RunChanges(int[] brokenTests, int[] fixedTests, int[] failingBefore, int[] persistentFails)
    {
        PersistentFails = persistentFails;
        BrokenTests = brokenTests;
        FixedTests = fixedTests;
        FailingBefore = failingBefore;
    }

    /// <summary>For each run: tests that fail in it and passed in their nearest older result.</summary>
    public IReadOnlyList<int> BrokenTests { get; }

    /// <summary>For each run: tests that pass in it and failed in their nearest older result.</summary>
    public IReadOnlyList<int> FixedTests { get; }

    /// <summary>For each run: tests with a result in it that failed in their nearest older result; the denominator of the share of fixed tests.</summary>
    public IReadOnlyList<int> FailingBefore { get; }

    /// <summary>For each run: tests that fail in it and failed in at least their two results before, so that an alert could be open.</summary>
    public IReadOnlyList<int> PersistentFails { get; }

    /// <summary>Counts the changes of a grid.</summary>
    /// <param name="grid">The grid.</param>
    public static RunChanges Of(JobGrid grid)
    {
        int runs = grid.Runs.Count;
        var brokenTests = new int[runs];
        var fixedTests = new int[runs];
        var failingBefore = new int[runs];
        var persistentFails = new int[runs];
        for (int test = 0; test < grid.Tests.Count; test++)
        {
            ReadOnlySpan<byte> row = grid.Row(test);
            StatusClass older = StatusClass.Empty;
            int fails = 0;
            for (int run = runs - 1; run >= 0; run--)
            {
                StatusClass cell = CellStatuses.Class((CellStatus)row[run]);
                if (cell is not (StatusClass.Pass or StatusClass.Fail or StatusClass.Flaky))
                {
                    continue;
                }

                brokenTests[run] += cell == StatusClass.Fail && older == StatusClass.Pass ? 1 : 0;
                fixedTests[run] += cell == StatusClass.Pass && older == StatusClass.Fail ? 1 : 0;
                failingBefore[run] += older == StatusClass.Fail ? 1 : 0;
                fails = cell == StatusClass.Fail ? fails + 1 : 0;
                persistentFails[run] += fails >= PersistentFrom ? 1 : 0;
                older = cell;
            }
        }

        return new RunChanges(brokenTests, fixedTests, failingBefore, persistentFails);
    }
}

using System.Runtime.InteropServices;

namespace CiFeatures.Features.Flakiness;

/// <summary>TestGrid's two flakiness methods.</summary>
public static class FlakinessAnalyzers
{
    /// <summary>The naive method for one test: 100 × failed / (passed + failed). Flaky cells and infrastructure failures are in neither.</summary>
    /// <param name="test">What was counted.</param>
    /// <param name="minRuns">Tests with fewer passes and failures are left out; 0 or less = no limit.</param>
    /// <returns>The flakiness, or null when the test has no pass and no failure or fewer than asked for.</returns>
    public static TestFlakinessInfo? Naive(TestHealth test, int minRuns)
    {
        int total = test.Passed + test.Failed;
        if (total <= 0 || total < minRuns)
        {
            return null;
        }

        return new TestFlakinessInfo
        {
            DisplayName = test.Name,
            TotalNonInfraRuns = total,
            PassedNonInfraRuns = test.Passed,
            FailedNonInfraRuns = test.Failed,
            FailedInfraRuns = test.FailedInfraCount,
            TotalRunsWithInfra = total + test.FailedInfraCount,
            FlakinessPct = 100 * (float)test.Failed / total,
            InfraFailures = test.InfraFailures,
        };
    }

    /// <summary>The naive method for a window.</summary>
    /// <param name="tests">What was counted for each test.</param>
    /// <param name="minRuns">See <see cref="Naive"/>.</param>
    /// <param name="startSeconds">Start of the window, seconds since 1970 UTC.</param>
    /// <param name="endSeconds">End of the window, seconds since 1970 UTC.</param>
    public static Healthiness NaiveWindow(IReadOnlyList<TestHealth> tests, int minRuns, long startSeconds, long endSeconds) =>
        Healthiness.Create(startSeconds, endSeconds, [.. tests.Select(test => Naive(test, minRuns)).OfType<TestFlakinessInfo>()]);

    /// <summary>The flip method for a window, the one that TestGrid uses: the tests and counts of the naive method with the share of flips.</summary>
    /// <param name="tests">What was counted for each test.</param>
    /// <param name="results">The results of each test, newest first.</param>
    /// <param name="minRuns">See <see cref="Naive"/>.</param>
    /// <param name="startSeconds">Start of the window, seconds since 1970 UTC.</param>
    /// <param name="endSeconds">End of the window, seconds since 1970 UTC.</param>
    public static Healthiness FlipWindow(
        IReadOnlyList<TestHealth> tests,
        IReadOnlyDictionary<string, IReadOnlyList<FlakyResult>> results,
        int minRuns,
        long startSeconds,
        long endSeconds)
    {
        List<TestFlakinessInfo> infos = [];
        foreach (TestHealth test in tests)
        {
            if (Naive(test, minRuns) is { } info)
            {
                infos.Add(info with { FlakinessPct = results.TryGetValue(test.Name, out IReadOnlyList<FlakyResult>? list) ? FlipPct(list) : 0 });
            }
        }

        return Healthiness.Create(startSeconds, endSeconds, infos);
    }

    /// <summary>Flips in percent of the considered results; 0 when none were considered, as TestGrid has it.</summary>
    /// <param name="results">The results, newest first.</param>
    public static float FlipPct(IReadOnlyList<FlakyResult> results)
    {
        (int flips, int considered) = FlakinessRules.CountFlips(results is List<FlakyResult> list ? CollectionsMarshal.AsSpan(list) : results.ToArray());
        return considered == 0 ? 0 : 100 * (float)flips / considered;
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Tests.Features.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>The grid columns of the table <c>jobs</c> against a second computation; those of the judgement have their own tests.</summary>
public class NaiveJobsTableTests
{
    [Fact]
    public void Jobs_RandomGrids_AgreeWithTheNaiveComputation() => Prop.ForAll(GridCases.Random(), given =>
    {
        IReadOnlyDictionary<string, object?> found = Extracted.Of(given.Grid).Job("job");
        foreach ((string column, object? value) in Cells(given.Grid).Concat(Tests(given.Grid)).Concat(Builds(given.Grid)))
        {
            NaiveTestsTableTests.Same(found[column], value).ShouldBeTrue($"{column} is {found[column]}, expected {value}");
        }
    }).QuickCheckThrowOnFailure();

    private static Dictionary<string, object?> Cells(JobGrid grid)
    {
        string all = string.Concat(Rows(grid).Select(r => r.Cells));
        long decided = all.LongCount(c => "PFK".Contains(c, StringComparison.Ordinal));
        long[] times = [.. grid.Runs.TimesMs.ToArray().Where(t => t != 0)];
        return new Dictionary<string, object?>
        {
            ["tests"] = grid.Tests.Count,
            ["runs"] = grid.Runs.Count,
            ["cells"] = (long)all.Length,
            ["cells_no_result"] = all.LongCount(c => c == '.'),
            ["cells_pass"] = all.LongCount(c => c == 'P'),
            ["cells_fail"] = all.LongCount(c => c == 'F'),
            ["cells_flaky"] = all.LongCount(c => c == 'K'),
            ["cells_unknown"] = all.LongCount(c => c == 'U'),
            ["cells_running"] = all.LongCount(c => c == 'R'),
            ["cells_decided"] = decided,
            ["pass_ratio"] = NaiveTestsTableTests.Quotient(all.LongCount(c => c == 'P'), decided),
            ["fail_ratio"] = NaiveTestsTableTests.Quotient(all.LongCount(c => c == 'F'), decided),
            ["flaky_ratio"] = NaiveTestsTableTests.Quotient(all.LongCount(c => c == 'K'), decided),
            ["filled_ratio"] = NaiveTestsTableTests.Quotient(all.LongCount(c => c != '.'), all.Length),
            ["first_run_time"] = times.Length == 0 ? null : times.Min(),
            ["last_run_time"] = times.Length == 0 ? null : times.Max(),
            ["timed_runs"] = times.Length,
            ["runs_per_day"] = times.Distinct().Count() < 2 ? null : (times.Length - 1) / TimeSpan.FromMilliseconds(times.Max() - times.Min()).TotalDays,
        };
    }

    private static Dictionary<string, object?> Tests(JobGrid grid)
    {
        int[] dead = NaiveTestsTableTests.DeadRuns(grid);
        NaiveRow[] rows = [.. Enumerable.Range(0, grid.Tests.Count).Select(t => new NaiveRow(grid, t, dead))];
        long flips = rows.Sum(r => (long)r.Pairs("FP") + r.Pairs("PF"));
        long pairs = flips + rows.Sum(r => (long)r.Pairs("PP") + r.Pairs("FF"));
        NaiveRow[] flipped = [.. rows.Where(r => r.Text.Length > r.InfraFails.Length)];
        NaiveRow[] naive = [.. rows.Where(r => r.Count('P') + r.Count('F') > r.InfraFails.Length)];
        return new Dictionary<string, object?>
        {
            ["failing_tests"] = rows.Count(r => r.Text.StartsWith('F')),
            ["persistent_fail_tests"] = rows.Count(r => r.Text.StartsWith("FFF", StringComparison.Ordinal)),
            ["longest_fail_streak_max"] = rows.Select(r => r.Longest('F')).DefaultIfEmpty().Max(),
            ["flip_count"] = flips,
            ["flip_pair_count"] = pairs,
            ["flip_ratio"] = NaiveTestsTableTests.Quotient(flips, pairs),
            ["flip_flakiness_tests"] = flipped.Length,
            ["flip_flakiness_pct_mean"] = flipped.Length == 0 ? null : flipped.Average(r => r.Considered.Length == 0 ? 0 : 100.0 * r.Flips / r.Considered.Length),
            ["naive_flakiness_tests"] = naive.Length,
            ["naive_flakiness_pct_mean"] = naive.Length == 0 ? null : naive.Average(r => 100.0 * (r.Count('F') - r.InfraFails.Length) / (r.Count('P') + r.Count('F') - r.InfraFails.Length)),
        };
    }

    private static Dictionary<string, object?> Builds(JobGrid grid)
    {
        if (NaiveBuild.Of(grid) is not { } build)
        {
            return new[] { "runs_build_pass", "build_pass_ratio", "build_longest_fail_streak", "build_flip_count", "seconds_since_passing_build", "build_duration_count", "build_duration_minutes_mean" }
                .ToDictionary(c => c, c => (object?)null);
        }

        NaiveRow row = new(build.AsGrid(), 0);
        int flips = row.Pairs("FP") + row.Pairs("PF");
        int pairs = flips + row.Pairs("PP") + row.Pairs("FF");
        var expected = new Dictionary<string, object?>
        {
            ["runs_build_pass"] = row.Count('P'),
            ["runs_build_fail"] = row.Count('F'),
            ["runs_build_decided"] = row.Text.Length,
            ["build_pass_ratio"] = NaiveTestsTableTests.Quotient(row.Count('P'), row.Text.Length),
            ["build_longest_fail_streak"] = row.Longest('F'),
            ["build_longest_pass_streak"] = row.Longest('P'),
            ["build_current_fail_streak"] = row.Current('F'),
            ["build_current_pass_streak"] = row.Current('P'),
            ["build_flip_count"] = flips,
            ["build_flip_pair_count"] = pairs,
            ["build_flip_ratio"] = NaiveTestsTableTests.Quotient(flips, pairs),
            ["seconds_since_passing_build"] = NaiveTimes.BeforeNewest(grid, row.Cells.IndexOf('P', StringComparison.Ordinal)),
        };
        foreach ((string column, object? value) in NaiveDurations.Of(build.Minutes, grid.Runs.TimesMs.ToArray(), "build_"))
        {
            expected[column] = value;
        }

        return expected;
    }

    private static IEnumerable<NaiveRow> Rows(JobGrid grid) => Enumerable.Range(0, grid.Tests.Count).Select(t => new NaiveRow(grid, t));
}

using CiFeatures.Core.Grids;
using CiFeatures.Tests.Features.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>The table <c>tests</c> against a second computation of every column, written another way.</summary>
public class NaiveTestsTableTests
{
    [Fact]
    public void Tests_RandomGrids_AgreeWithTheNaiveComputation() => Prop.ForAll(GridCases.Random(), given =>
    {
        Extracted found = Extracted.Of(given.Grid);
        int[] dead = DeadRuns(given.Grid);
        for (int test = 0; test < given.Grid.Tests.Count; test++)
        {
            TestRow row = given.Grid.Tests[test];
            Dictionary<string, object?> expected = Expected(given.Grid, row, new NaiveRow(given.Grid, test, dead));
            IReadOnlyDictionary<string, object?> actual = found.Test(row.Name);
            actual.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
            foreach ((string column, object? value) in actual)
            {
                Same(value, expected[column]).ShouldBeTrue($"{row.Name}.{column} is {value}, expected {expected[column]}");
            }
        }
    }).QuickCheckThrowOnFailure();

    internal static bool Same(object? actual, object? expected) =>
        actual is double a && expected is double e ? Math.Abs(a - e) <= 1e-6 * Math.Max(1, Math.Abs(e)) : Equals(actual, expected);

    internal static int[] DeadRuns(JobGrid grid) => grid.Tests.Count < 2
        ? []
        : [.. Enumerable.Range(0, grid.Runs.Count).Where(r => !Enumerable.Range(0, grid.Tests.Count).Any(t => grid[t, r] is CellStatus.Pass or CellStatus.PassWithErrors or CellStatus.PassWithSkips or CellStatus.BuildPassed or CellStatus.Flaky))];

    internal static double? Quotient(double part, double whole) => whole == 0 ? null : part / whole;

    private static Dictionary<string, object?> Expected(JobGrid grid, TestRow row, NaiveRow n)
    {
        int decided = n.Text.Length;
        int naive = n.Count('P') + n.Count('F') - n.InfraFails.Length;
        int considered = n.Considered.Length;
        int flips = n.Pairs("FP") + n.Pairs("PF");
        int pairs = flips + n.Pairs("PP") + n.Pairs("FF");
        int failStreaks = n.Text.Split('P', 'K').Count(s => s.Length > 0);
        int[] filled = [.. Enumerable.Range(0, n.Cells.Length).Where(r => n.Cells[r] != '.')];
        int newestPass = n.Cells.IndexOf('P', StringComparison.Ordinal);
        int newestFail = n.Cells.IndexOf('F', StringComparison.Ordinal);
        bool alert = n.Alert.Success;
        int alertEnd = alert ? n.Alert.Length : 0;
        int? boundary = alert && alertEnd < n.Text.Length && n.Text[alertEnd] == 'P' ? n.Outcomes[alertEnd] : null;
        var expected = new Dictionary<string, object?>
        {
            ["dashboard"] = "dash",
            ["job"] = "job",
            ["test"] = row.Name,
            ["suite"] = row.Name.StartsWith("periodic-job.", StringComparison.Ordinal) ? "periodic-job" : null,
            ["sig"] = null,
            ["is_overall"] = row.Name.Split('.')[^1] == "Overall",
            ["is_stale"] = grid.Runs.Count == 0 || n.Cells.StartsWith("..........", StringComparison.Ordinal),
            ["runs"] = grid.Runs.Count,
            ["cells_filled"] = filled.Length,
            ["cells_no_result"] = n.Count('.'),
            ["pass_count"] = n.Count('P'),
            ["fail_count"] = n.Count('F'),
            ["flaky_count"] = n.Count('K'),
            ["unknown_count"] = n.Count('U'),
            ["running_count"] = n.Count('R'),
            ["decided_count"] = decided,
            ["pass_ratio"] = Quotient(n.Count('P'), decided),
            ["fail_ratio"] = Quotient(n.Count('F'), decided),
            ["flaky_ratio"] = Quotient(n.Count('K'), decided),
            ["filled_ratio"] = Quotient(filled.Length, grid.Runs.Count),
            ["pass_share_of_cells_ratio"] = Quotient(grid.Row(grid.Tests.ToList().IndexOf(row)).ToArray().Count(c => c == 1), grid.Runs.Count),
            ["flip_flakiness_pct"] = decided == n.InfraFails.Length ? null : considered == 0 ? 0.0 : 100.0 * n.Flips / considered,
            ["flip_flakiness_considered"] = considered,
            ["naive_flakiness_pct"] = 100 * Quotient(n.Count('F') - n.InfraFails.Length, naive),
            ["naive_flakiness_total"] = naive,
            ["infra_fail_count"] = n.InfraFails.Length,
            ["longest_fail_streak"] = n.Longest('F'),
            ["longest_fail_run"] = n.Cells.Split('.', 'P', 'K', 'R', 'U').Max(s => s.Length),
            ["longest_pass_streak"] = n.Longest('P'),
            ["current_fail_streak"] = n.Current('F'),
            ["current_pass_streak"] = n.Current('P'),
            ["fail_streak_count"] = failStreaks,
            ["fail_streak_mean"] = Quotient(n.Count('F'), failStreaks),
            ["pass_to_fail_count"] = n.Pairs("FP"),
            ["fail_to_pass_count"] = n.Pairs("PF"),
            ["flip_count"] = flips,
            ["flip_pair_count"] = pairs,
            ["flip_ratio"] = Quotient(flips, pairs),
            ["first_result_time"] = NaiveTimes.At(grid, filled.Select(r => (int?)r).LastOrDefault()),
            ["last_result_time"] = NaiveTimes.At(grid, filled.Select(r => (int?)r).FirstOrDefault()),
            ["last_pass_time"] = NaiveTimes.At(grid, newestPass),
            ["last_fail_time"] = NaiveTimes.At(grid, newestFail),
            ["seconds_since_last_pass"] = NaiveTimes.BeforeNewest(grid, newestPass),
            ["seconds_since_last_fail"] = NaiveTimes.BeforeNewest(grid, newestFail),
            ["runs_since_last_pass"] = newestPass < 0 ? null : newestPass,
            ["runs_since_last_result"] = n.Cells.Length - n.Cells.TrimStart('.').Length,
            ["has_alert"] = false,
            ["alert_fail_count"] = null,
            ["recomputed_has_alert"] = alert,
            ["recomputed_alert_fail_count"] = alert ? n.Alert.Value.Count(c => c == 'F') : null,
            ["recomputed_alert_first_fail_time"] = alert ? NaiveTimes.At(grid, n.Outcomes[alertEnd - 1]) : null,
            ["recomputed_alert_last_pass_time"] = NaiveTimes.At(grid, boundary),
        };
        foreach ((string column, object? value) in NaiveDurations.Of(row.DurationMinutes ?? [], grid.Runs.TimesMs.ToArray()))
        {
            expected[column] = value;
        }

        return expected;
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Tests.Features.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>The table <c>runs</c> against a second computation of every column, written another way.</summary>
public class NaiveRunsTableTests
{
    [Fact]
    public void Runs_RandomGrids_AgreeWithTheNaiveComputation() => Prop.ForAll(GridCases.Random(), given =>
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> found = Extracted.Of(given.Grid).Tables.Records("runs");
        found.Count.ShouldBe(given.Grid.Runs.Count);
        for (int run = 0; run < found.Count; run++)
        {
            Dictionary<string, object?> expected = Expected(given.Grid, run);
            found[run].Keys.ShouldBe(expected.Keys, ignoreOrder: true);
            foreach ((string column, object? value) in found[run])
            {
                NaiveTestsTableTests.Same(value, expected[column]).ShouldBeTrue($"run {run}.{column} is {value}, expected {expected[column]}");
            }
        }
    }).QuickCheckThrowOnFailure();

    private static Dictionary<string, object?> Expected(JobGrid grid, int run)
    {
        NaiveRow[] rows = [.. Enumerable.Range(0, grid.Tests.Count).Select(t => new NaiveRow(grid, t))];
        string column = string.Concat(rows.Select(r => r.Cells[run]));
        int decided = column.Count(c => "PFK".Contains(c, StringComparison.Ordinal));
        string[] older = [.. rows.Select(r => r.From(run))];
        int failingBefore = older.Count(o => o.Length > 1 && o[1] == 'F');
        int fixedTests = older.Count(o => o.StartsWith("PF", StringComparison.Ordinal));
        NaiveBuild? build = NaiveBuild.Of(grid);
        var expected = new Dictionary<string, object?>
        {
            ["dashboard"] = "dash",
            ["job"] = "job",
            ["run_index"] = run,
            ["build"] = grid.Runs.Builds[run],
            ["run_time"] = NaiveTimes.At(grid, run),
            ["tests"] = grid.Tests.Count,
            ["filled"] = column.Count(c => c != '.'),
            ["passed"] = column.Count(c => c == 'P'),
            ["failed"] = column.Count(c => c == 'F'),
            ["flaky"] = column.Count(c => c == 'K'),
            ["unknown"] = column.Count(c => c == 'U'),
            ["running"] = column.Count(c => c == 'R'),
            ["decided"] = decided,
            ["pass_ratio"] = NaiveTestsTableTests.Quotient(column.Count(c => c == 'P'), decided),
            ["fail_ratio"] = NaiveTestsTableTests.Quotient(column.Count(c => c == 'F'), decided),
            ["filled_ratio"] = NaiveTestsTableTests.Quotient(column.Count(c => c != '.'), column.Length),
            ["overall_code"] = build is null ? null : (sbyte)build.Codes[run],
            ["duration_minutes"] = build?.Minutes[run] is { } minutes && float.IsFinite(minutes) ? (double)minutes : null,
            ["build_fail_streak"] = build?.FailStreak(run),
            ["seconds_since_passing_build"] = build is null ? null : NaiveTimes.Between(grid, build.PassUpTo(run), run),
            ["seconds_since_previous_run"] = run + 1 == grid.Runs.Count ? null : NaiveTimes.Between(grid, run + 1, run),
            ["broken_tests"] = older.Count(o => o.StartsWith("FP", StringComparison.Ordinal)),
            ["fixed_tests"] = fixedTests,
            ["failing_before"] = failingBefore,
            ["fixed_ratio"] = NaiveTestsTableTests.Quotient(fixedTests, failingBefore),
            ["persistent_fail_tests"] = older.Count(o => o.StartsWith("FFF", StringComparison.Ordinal)),
            ["headers"] = null,
        };
        float[] ofTests = [.. grid.Tests.Where(t => t.DurationMinutes is not null && t.Name.Split('.')[^1] != "Overall").Select(t => t.DurationMinutes![run])];
        foreach ((string name, object? value) in NaiveDurations.Of(ofTests, [], "test_").Where(d => !d.Key.EndsWith("std", StringComparison.Ordinal) && !d.Key.EndsWith("day", StringComparison.Ordinal)))
        {
            expected[name] = value;
        }

        return expected;
    }
}

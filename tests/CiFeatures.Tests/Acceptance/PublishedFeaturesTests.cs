using CiFeatures.Cli.Hosting;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The commands of <c>docs/published-and-recomputed.md</c> on the recorded releases: their tables give the numbers of the page.</summary>
public class PublishedFeaturesTests
{
    public const string LatestGreenBuild = "latest green as a build id";

    private readonly PublishedPage _page = PublishedPage.Read();

    [SkippableTheory]
    [InlineData("4.8")]
    [InlineData("4.7")]
    [InlineData("4.6")]
    public async Task Features_RecordedRelease_AgreesWithThePublishedAsOftenAsThePageSays(string release)
    {
        string recorded = SharedData.PathOrSkip("data", "testgrid", release + "GA");
        using var folder = new TemporaryFolder();
        await RunAsync(folder, "import", "testgrid", recorded, "--into", "store");
        await RunAsync(folder, "features", "--from", "store", "--out", "filtered", "--exclude-tests", "Monitor cluster while tests execute", "--exclude-tests", "^operator.Run template.*container test$");

        CheckJobs(release, FeatureRows.Of(folder.PathOf("filtered"), "jobs"));
        CheckAlerts(release, FeatureRows.Of(folder.PathOf("filtered"), "tests"), FeatureRows.Of(folder.PathOf("filtered"), "alerts"));
    }

    private static async Task RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        CliRun run = await CliRun.StartAsync(folder.Path, arguments);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
    }

    private void CheckJobs(string release, IReadOnlyList<IReadOnlyDictionary<string, object?>> all)
    {
        IReadOnlyDictionary<string, object?>[] jobs = [.. all.Where(j => (bool)j["has_table"]! && (bool)j["has_summary"]!)];
        IReadOnlyDictionary<string, object?>[] figures = [.. jobs.Where(j => j["published_columns_passed"] is not null)];

        Share(figures, "recent_columns_passed", "published_columns_passed", "recent_columns_completed", "published_columns_completed").ShouldBe(_page.At("recent columns, filtered", release));
        Share(figures, "recent_cells_passed", "published_cells_passed", "recent_cells_filled", "published_cells_filled").ShouldBe(_page.At("cells, filtered", release));
        Share(figures, "status_text", "published_status_text").ShouldBe(_page.At("whole status text, filtered", release));
        Share(jobs, "overall_status", "published_overall_status").ShouldBe(_page.At("overall status, filtered", release));
        Share(jobs, "latest_green", "published_latest_green").ShouldBe(_page.At(LatestGreenBuild, release));
        Share(jobs, "last_run_time", "published_last_run_time").ShouldBe(_page.At("newest run", release));
    }

    private void CheckAlerts(string release, IReadOnlyList<IReadOnlyDictionary<string, object?>> tests, IReadOnlyList<IReadOnlyDictionary<string, object?>> alerts)
    {
        IReadOnlyDictionary<string, object?>[] published = [.. tests.Where(t => (bool)t["has_alert"]!)];
        published.Length.ShouldBe(_page.At("published", release).Count);
        tests.Count(t => (bool)t["recomputed_has_alert"]!).ShouldBe(_page.At("recomputed", release).Count);
        published.Count(t => (bool)t["recomputed_has_alert"]!).ShouldBe(_page.At("in both", release).Count);
        Share(published, "alert_fail_count", "recomputed_alert_fail_count").ShouldBe(_page.At("fail count equal", release));

        var byName = tests.ToDictionary(Key);
        (object? Listed, object? Recomputed)[] pairs =
        [
            .. alerts.Where(a => (string)a["source"]! == "summary" && byName.ContainsKey(Key(a))).Select(a => (a["fail_count"], byName[Key(a)]["recomputed_alert_fail_count"])),
        ];
        pairs.Length.ShouldBe(_page.At("listed", release).Count);
        pairs.Count(p => p.Recomputed is not null).ShouldBe(_page.At("recomputed and listed", release).Count);
        pairs.Count(p => Equals(p.Listed, p.Recomputed)).ShouldBe(_page.At("fail count equal to the listed", release).Count);
    }

    private static (string, string, string) Key(IReadOnlyDictionary<string, object?> row) => ((string)row["dashboard"]!, (string)row["job"]!, (string)row["test"]!);

    /// <summary>In how many rows the columns of each pair are equal, and the rows.</summary>
    private static (int Count, int? Of) Share(IReadOnlyDictionary<string, object?>[] rows, params string[] pairs) =>
        (rows.Count(r => pairs.Chunk(2).All(p => Equals(Wide(r[p[0]]), Wide(r[p[1]])))), rows.Length);

    private static object? Wide(object? value) => value is int number ? (long)number : value;
}

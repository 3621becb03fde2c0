using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Names from outside never lead out of the store, however many there are.</summary>
public class HostileNamesTests
{
    private static readonly string[] Names =
        ["../../x", "..", ".", "CON", "nul.txt", "a/../../b", "/etc/passwd", "C:\\x", new string('n', 300), "\U0001F600", "tab\tand\u0001", "Same", "same", "trailing. ", "%2e%2e", "?q", "#f", "a&b=c"];

    [Fact]
    public async Task RunAsync_DashboardsWithHostileNames_StayInsideTheStore()
    {
        await using var scene = new CollectScene();
        string around = Path.GetDirectoryName(scene.Store.Root)!;
        File.WriteAllText(Path.Combine(around, "x"), "mine");
        scene.Site.Add("/", DashboardPageWriter.Write(Names));
        string[] taken = [.. Names.Where(n => n is not ("." or ".."))];
        foreach (string dashboard in taken)
        {
            scene.Site.Add($"/{Uri.EscapeDataString(dashboard)}/summary", Encoding.UTF8.GetBytes(AnswerTexts.Summary(dashboard, "../../j", "j")));
            foreach (string job in new[] { "../../j", "j" })
            {
                scene.Site.Add(TestGridSite.TableTarget(Uri.EscapeDataString(dashboard), Uri.EscapeDataString(job)), Encoding.UTF8.GetBytes(AnswerTexts.TableOf(job, dashboard)));
            }
        }

        CollectResult result = await scene.RunAsync(scene.Options() with { Dashboards = [] });

        result.Manifest.Skipped.ShouldBeEmpty();
        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        reader.Dashboards.Order(StringComparer.Ordinal).ShouldBe(taken.Order(StringComparer.Ordinal));
        foreach (string dashboard in taken)
        {
            reader.JobsWithTable(dashboard).Order(StringComparer.Ordinal).ShouldBe(["../../j", "j"]);
            reader.ReadGrid(new(dashboard, "j"), []).Tests.ShouldHaveSingleItem().Name.ShouldBe(dashboard, "The answer of this dashboard and of no other.");
        }

        Directory.GetFileSystemEntries(around).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal).ShouldBe(["store", "x"]);
        File.ReadAllText(Path.Combine(around, "x")).ShouldBe("mine");
        StoreVerification.Run(scene.Store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_HundredThousandDashboards_EndsAtTheLimitAndListsTheRest()
    {
        const int Many = 100_000;
        await using var scene = new CollectScene();
        scene.Site.Add("/", DashboardPageWriter.Write([.. Enumerable.Range(0, Many).Select(i => $"d{i:D6}")]));
        scene.Site.Add("/d000000/summary", Encoding.UTF8.GetBytes(AnswerTexts.Summary("d000000", "j")));

        CollectResult result = await scene.RunAsync(scene.Options() with { Dashboards = [], MaxRequests = 3 });

        scene.Site.Requests.Count.ShouldBe(3);
        result.Manifest.Skipped.Count.ShouldBe(Many);
        result.Manifest.Skipped.Count(s => s.Code == "CIF1239").ShouldBe(Many - 1);
        result.Manifest.Counts.Summaries.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_FiftyThousandJobs_EndsAtTheLimitAndListsTheRest()
    {
        const int Many = 50_000;
        await using var scene = new CollectScene();
        string[] jobs = [.. Enumerable.Range(0, Many).Select(i => $"j{i:D5}")];
        scene.Site.Add("/d/summary", Encoding.UTF8.GetBytes(AnswerTexts.Summary("d", jobs)));
        foreach (string job in jobs[..3])
        {
            scene.Site.Add(TestGridSite.TableTarget("d", job), Encoding.UTF8.GetBytes(AnswerTexts.TableOf(job, "t")));
        }

        CollectResult result = await scene.RunAsync(scene.Options("d") with { MaxRequests = 4 });

        (result.JobsListed, result.JobsChosen, result.Manifest.Counts.Tables).ShouldBe((Many, Many, 3));
        result.Manifest.Skipped.Count.ShouldBe(Many - 3);
    }
}

using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>A job taken from two sources has the same cells.</summary>
public class ReplayedSourcesTests(SampleScene sample) : IClassFixture<SampleScene>
{
    [Fact]
    public void Legacy_HasTheImportedBodies()
    {
        CollectResult result = sample.Calm(TestGridSourceKind.Legacy);

        ReplayedScene.Bodies(result.Manifest).ShouldBe(ReplayedScene.Bodies(sample.Replayed.Imported));
        result.Manifest.Files.Count.ShouldBe(sample.Replayed.Imported.Files.Count + 1, "The page that names the dashboards is kept too.");
    }

    [Theory]
    [InlineData(TestGridSourceKind.Api, false)]
    [InlineData(TestGridSourceKind.State, true)]
    public void OtherSources_HaveTheSameCellsNamesMessagesAndTimes(TestGridSourceKind source, bool hasDurations)
    {
        SnapshotReader imported = sample.Replayed.Origin.OpenSnapshots("latest").Single();
        SnapshotReader collected = sample.Reader(source);

        collected.Dashboards.Order(StringComparer.Ordinal).ShouldBe(imported.Dashboards.Order(StringComparer.Ordinal));
        int durations = 0;
        foreach (string dashboard in imported.Dashboards)
        {
            collected.JobsWithTable(dashboard).Order(StringComparer.Ordinal).ShouldBe(imported.JobsWithTable(dashboard).Order(StringComparer.Ordinal));
            collected.ReadSummary(dashboard, [])!.Jobs.Select(j => (j.Job, j.LastRunTimeMs)).ShouldBe(imported.ReadSummary(dashboard, [])!.Jobs.Select(j => (j.Job, j.LastRunTimeMs)), ignoreOrder: true);
            foreach (string job in imported.JobsWithTable(dashboard))
            {
                var key = new JobKey(dashboard, job);
                JobGrid expected = imported.ReadGrid(key, []);
                JobGrid grid = collected.ReadGrid(key, []);
                grid.Runs.TimesMs.ToArray().ShouldBe(expected.Runs.TimesMs.ToArray());
                grid.Runs.Builds.ShouldBe(expected.Runs.Builds);
                grid.Tests.Select(t => t.Name).ShouldBe(expected.Tests.Select(t => t.Name));
                for (int test = 0; test < expected.Tests.Count; test++)
                {
                    CellsOf(grid, test).ShouldBe(CellsOf(expected, test));
                    durations += hasDurations ? SameDurations(grid, expected, test) : NoDurations(grid, test);
                }
            }
        }

        (durations > 0).ShouldBe(hasDurations, "The sample has durations.");
    }

    [Theory]
    [InlineData(TestGridSourceKind.Legacy)]
    [InlineData(TestGridSourceKind.Api)]
    [InlineData(TestGridSourceKind.State)]
    public async Task SecondCollection_OfAnUnchangedService_TransfersNextToNothing(TestGridSourceKind source)
    {
        await using ReplayServer server = await sample.Replayed.ServeAsync();
        SnapshotStore store = sample.Replayed.NewStore();
        CollectOptions options = ReplayedScene.Options(server, source, 4);
        CollectResult first = await ReplayedScene.CollectAsync(store, options);

        CollectResult second = await ReplayedScene.CollectAsync(store, options);

        second.Manifest.Fingerprint.ShouldBe(first.Manifest.Fingerprint);
        second.NotModified.ShouldBe(first.Manifest.Files.Count);
        second.LinkedFiles.ShouldBe(first.Manifest.Files.Count, "Nothing is stored twice.");
        second.TransferredBytes.ShouldBeLessThan(first.TransferredBytes / 50);
        second.Requests.ShouldBe(first.Requests);
        second.Retries.ShouldBe(0);
        StoreVerification.Run(store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    private static IEnumerable<string> CellsOf(JobGrid grid, int test)
    {
        List<string> cells = [];
        foreach (GridCell cell in grid.Cells(test))
        {
            cells.Add($"{(int)cell.Status} {cell.Message} {cell.ShortText}");
        }

        return cells;
    }

    private static int SameDurations(JobGrid grid, JobGrid expected, int test)
    {
        int there = 0;
        for (int run = 0; run < expected.Runs.Count; run++)
        {
            grid.DurationMinutes(test, run).ShouldBe(expected.DurationMinutes(test, run));
            there += float.IsNaN(expected.DurationMinutes(test, run)) ? 0 : 1;
        }

        return there;
    }

    private static int NoDurations(JobGrid grid, int test)
    {
        grid.Tests[test].DurationMinutes.ShouldBeNull();
        return 0;
    }
}

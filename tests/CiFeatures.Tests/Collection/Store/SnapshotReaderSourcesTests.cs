using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.State;
using CiFeatures.Tests.Features;

namespace CiFeatures.Tests.Collection.Store;

/// <summary>With the real decoders: one job, three sources, the same cells.</summary>
public sealed class SnapshotReaderSourcesTests : IDisposable
{
    private static readonly JobKey Key = new("dash", "job");
    private static readonly AnswerPaths Paths = new([], [Key]);
    private static readonly JobGrid Grid = HandGrids.Grid("job", (HandGrids.Row("Overall"), "PFP"), (HandGrids.Row("other"), "FPP"));
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ReadGrid_StateOrApi_GivesTheSameCells()
    {
        SnapshotReader state = Take((Paths.StateTab(Key), StateGridWriter.Write(Grid)), (Paths.StateSummary("dash"), StateSummaryWriter.Write(Summary())));
        SnapshotReader api = Take((Paths.ApiHeaders(Key), ApiAnswerWriter.Headers(Grid)), (Paths.ApiRows(Key), ApiAnswerWriter.Rows(Grid)), (Paths.ApiTabSummaries("dash"), ApiAnswerWriter.TabSummaries(Summary())));
        foreach (SnapshotReader reader in new[] { state, api })
        {
            JobGrid grid = reader.ReadGrid(Key, []);
            grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "other"]);
            grid.Row(0).ToArray().ShouldBe(Grid.Row(0).ToArray());
            grid.Row(1).ToArray().ShouldBe(Grid.Row(1).ToArray());
            reader.ReadSummary("dash", [])!.Jobs.Select(j => j.Job).ShouldBe(["job"]);
        }

        StoreVerification.Run(Store(), "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void ReadGrid_StateOfTheTestGroup_ShowsWhatTheJobShows()
    {
        StateConfig config = new()
        {
            Dashboards = [new StateDashboard { Name = "dash", Tabs = [new StateTab { Name = "job", TestGroup = "g", BaseOptions = "include-filter-by-regex=Overall" }] }],
        };
        SnapshotReader reader = Take((AnswerPaths.StateConfig, StateConfigWriter.Write(config)), (Paths.StateGroup(Key), StateGridWriter.Write(Grid)));
        reader.ReadGrid(Key, []).Tests.Select(t => t.Name).ShouldBe(["Overall"]);
        Take((Paths.StateGroup(Key), StateGridWriter.Write(Grid))).ReadGrid(Key, []).Tests.Count.ShouldBe(2);
    }

    [Fact]
    public void Verify_ObjectsThatAreNone_AreNamed()
    {
        byte[] garbage = [1, 2, 3, 255];
        Take((AnswerPaths.StateConfig, garbage), (AnswerPaths.ApiDashboards, garbage), (Paths.ApiTabs("dash"), garbage), (Paths.StateTab(Key), garbage), (AnswerPaths.DashboardsPage, garbage));
        StoreVerification.Run(Store(), "all", null, CancellationToken.None).Problems.Select(p => (p.Path, p.Kind)).ShouldBe(
            [
                ("testgrid-api/dash/tabs.json.gz", VerificationProblemKind.Undecodable),
                ("testgrid-api/dashboards.json.gz", VerificationProblemKind.Undecodable),
                ("testgrid-state/config.pb.gz", VerificationProblemKind.Undecodable),
                ("testgrid-state/dash/tabs/job.pb.zlib", VerificationProblemKind.Undecodable),
            ]);
    }

    public void Dispose() => _folder.Dispose();

    private static DashboardSummary Summary() => new("dash", [new JobSummary { Job = "job" }]);

    private SnapshotStore Store() => SnapshotStore.OpenOrCreate(_folder.PathOf("store"), new FixedClock());

    private SnapshotReader Take(params (NewBody About, byte[] Body)[] answers)
    {
        SnapshotStore store = Store();
        using (SnapshotWriter writer = store.Create(TestStore.Source))
        {
            foreach ((NewBody about, byte[] body) in answers)
            {
                writer.Write(about, body);
            }

            writer.Complete();
        }

        return store.OpenSnapshots("latest")[0];
    }
}

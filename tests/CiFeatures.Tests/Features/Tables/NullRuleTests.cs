using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Features.Artifacts;
using CiFeatures.Tests.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>A column that can be null is null somewhere and has a value elsewhere; a column that cannot be never is.</summary>
public class NullRuleTests
{
    private static readonly Lazy<Extracted> Found = new(() => Extracted.Of(Snapshot(), new FeatureOptions { WithCells = true, WithSnapshotColumn = true }));

    private static readonly Lazy<ExtractedBuilds> AboutBuilds = new(() => ExtractedBuilds.Of(BuildScene.MakeVaried(), new FeatureOptions { WithSnapshotColumn = true }));

    public static TheoryData<string, string, bool> Columns
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (TableSchema table in FeatureCatalog.Tables(withSnapshotColumn: true))
            {
                foreach (ColumnSchema column in table.Columns)
                {
                    data.Add(table.Name, column.Name, column.Nullable);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Column_HandMadeCases_IsNullExactlyWhereItCanBe(string table, string column, bool nullable)
    {
        CollectedTables tables = AboutBuilds.Value.Tables.Has(table) ? AboutBuilds.Value.Tables : Found.Value.Tables;

        IReadOnlyList<object?> values = tables.Column(table, column);

        values.ShouldContain(v => v != null, "no case gives it a value");
        values.Contains(null).ShouldBe(nullable, "null and the null rule must go together");
    }

    private static MemorySnapshot Snapshot() => new MemorySnapshot()
        .Add("dash", Full("rich"), new JobSummary { Job = "poor", Alerts = [new SummaryAlert { TestName = "never passed" }] })
        .Add("listing nothing")
        .Add(Rich())
        .Add(HandGrids.Grid("no tests and no runs"))
        .Add(new JobGrid(new JobKey("dash", "no tests"), new GridInfo(), [], HandGrids.Axis(2), []))
        .Add(new JobGrid(new JobKey("dash", "no runs"), new GridInfo(), [HandGrids.Row("Overall")], HandGrids.Axis(0), []))
        .Add(HandGrids.Grid(new JobKey("other", "no Overall"), (HandGrids.Row("blank"), "..."), (HandGrids.Row("running"), "R..")))
        .Add(Timeless());

    private static JobSummary Full(string job) => new()
    {
        Job = job,
        OverallStatus = Published<string>.Of("FLAKY"),
        StatusText = Published<string>.Of("1 of 2 (50.0%) recent columns passed (3 of 4 or 75.0% cells)"),
        LatestGreen = Published<string>.Of("b1"),
        LastRunTimeMs = HandGrids.Newest,
        LastUpdateTimeMs = HandGrids.Newest,
        Alerts = [new SummaryAlert { TestName = "suite.[sig-x] t", FailCount = 3, FailTimeMs = 5000, PassTimeMs = 3000, FailureMessage = Published<string>.Of("boom"), LinkedBugs = ["1"] }],
    };

    private static JobGrid Rich()
    {
        float[] minutes = [5, 6, 8, 9, 7];
        TestRow alerting = HandGrids.Row("suite.[sig-x] t", minutes) with { Alert = new RowAlert { FailCount = 3, FailTimeMs = 1, PassTimeMs = 1, FailBuild = Published<string>.Of("b2") } };
        JobGrid grid = HandGrids.Grid("rich", (HandGrids.Row("Overall", minutes), "FFPFP"), (alerting, "FFFPF"));
        return new JobGrid(
            grid.Key, grid.Info with { StaleTestCount = Published<int>.Of(0) }, grid.Tests, new RunAxis([.. grid.Runs.Builds], grid.Runs.TimesMs.ToArray(), ["Commit"], [["a", "b", "c", "d", "e"]]), grid.Statuses.ToArray());
    }

    // Runs whose start is not known, with results and an alert in them.
    private static JobGrid Timeless() => new(
        new JobKey("dash", "timeless"),
        new GridInfo(),
        [HandGrids.Row("Overall")],
        new RunAxis(["x", "y", "z", "w"], [0, 0, 0, 0], [], []),
        [12, 12, 12, 1]);
}

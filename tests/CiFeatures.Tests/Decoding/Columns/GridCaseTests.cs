using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;
using CiFeatures.Decoding.State;
using CiFeatures.Features.Judgement;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for grids that grow column by column. Each runs all that were converted.</summary>
public class GridCaseTests
{
    private static readonly JobKey Key = new("dash", "job");

    [SkippableFact]
    public void Append_PeerCellCases_Agree() => CaseFile.RunAll("row.appendCell", test =>
    {
        GridRowDraft row = CaseRows.Row(test.At("row"), 0);
        row.Append(CaseColumns.Cell(test.At("cell")), test.Int("start"), test.Int("count"));
        CaseRows.ShouldBe(row, test.At("expected"));
    });

    [SkippableFact]
    public void Append_PeerColumnCases_Agree() => CaseFile.RunAll("grid.appendColumn", test =>
    {
        GridDraft draft = new();
        draft.Columns.AddRange(test.At("grid").List("columns").Select(c => new GridColumn { Build = c.Text("build") }));
        foreach (JsonElement row in test.At("grid").List("rows"))
        {
            draft.Restore(CaseRows.Row(row, draft.Columns.Count));
        }

        draft.Append(CaseColumns.Column(test.At("col")));

        IReadOnlyList<GridRowDraft> rows = draft.Finish();
        draft.Columns.Select(c => c.Build).ShouldBe(test.At("expected").List("columns").Select(c => c.Text("build")));
        rows.Count.ShouldBe(test.At("expected").List("rows").Count);
        foreach (JsonElement want in test.At("expected").List("rows"))
        {
            GridRowDraft row = rows.Single(r => r.Name == want.Text("name"));
            row.Id.ShouldBe(want.Text("id"));
            CaseRows.ShouldBe(row, want);
        }
    });

    [SkippableFact]
    public void WithResults_PeerCases_Agree() => CaseFile.RunAll("grid.dropEmptyRows", test =>
    {
        IEnumerable<GridRowDraft> rows = test.Has("results")
            ? test.At("results").EnumerateObject().Select(r => new GridRowDraft(r.Name, r.Name) { Results = [.. r.Value.EnumerateArray().Select(e => e.GetInt32())] })
            : [];
        GridDraft.WithResults(rows).ToDictionary(r => r.Name, r => string.Join(',', r.Results))
            .ShouldBe(test.At("expected").EnumerateObject().ToDictionary(r => r.Name, r => string.Join(',', r.Value.EnumerateArray().Select(e => e.GetInt32()))), ignoreOrder: true);
    });

    [SkippableFact]
    public void Make_PeerCases_Agree() => CaseFile.RunAll("grid.construct", test =>
    {
        IReadOnlyList<GridColumn> columns = CaseColumns.Columns(test, "cols");
        Dictionary<string, IReadOnlyList<string>> issues = test.Has("issues")
            ? test.At("issues").EnumerateObject().ToDictionary(i => i.Name, i => (IReadOnlyList<string>)[.. i.Value.EnumerateArray().Select(e => e.GetString()!)])
            : [];
        JobGrid grid = ColumnGrid.Make(Key, columns, ColumnOptions.Default, DecodeLimits.Default, issues);

        JsonElement want = test.At("expected");
        grid.Runs.Builds.ShouldBe(want.List("columns").Select(c => c.Text("build")));
        for (int run = 0; run < grid.Runs.Count; run++)
        {
            JsonElement stats = want.List("columns")[run].At("stats");
            RunStats.Of(grid, run, (float)test.Number("brokenThreshold")).ShouldBe(stats.ValueKind == JsonValueKind.Undefined
                ? null
                : new RunStats(stats.Int("failCount"), stats.Int("passCount"), stats.Int("totalCount"), stats.Flag("pending"), stats.Flag("broken")));
        }

        grid.Tests.Select(t => t.Name).ShouldBe(want.List("rows").Select(r => r.Text("name")));
        for (int i = 0; i < grid.Tests.Count; i++)
        {
            CaseRows.ShouldBe(grid, i, want.List("rows")[i]);
            CheckAlert(test, grid, i, want.List("rows")[i]);
        }
    });

    // Alerts are judged from a grid, not stored in it: what is judged from ours has to be what is judged from the expected row.
    private static void CheckAlert(JsonElement test, JobGrid grid, int index, JsonElement want)
    {
        int open = test.Int("numFailuresToAlert");
        AlertSettings settings = new()
        {
            FailuresToOpen = open,
            PassesToClose = open > 0 ? Math.Max(1, test.Int("numPassesToDisableAlert")) : 0,
            ColumnHeaders = CaseGrids.Headers(test),
        };
        JudgedGrid judged = JudgedGrid.From(grid);
        AlertInfo? alert = AlertRules.AlertRow(judged.Columns, judged.Rows[index], settings);
        AlertInfo? expected = AlertRules.AlertRow(CaseGrids.Columns(test.At("expected"), "columns"), CaseGrids.Row(want), settings);
        (alert?.FailCount, alert?.FailBuildId, alert?.LatestFailBuildId, alert?.PassBuildId, alert?.FailureMessage)
            .ShouldBe((expected?.FailCount, expected?.FailBuildId, expected?.LatestFailBuildId, expected?.PassBuildId, expected?.FailureMessage));
    }
}

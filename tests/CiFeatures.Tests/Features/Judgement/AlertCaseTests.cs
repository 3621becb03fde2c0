using System.Text.Json;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class AlertCaseTests
{
    [SkippableFact]
    public void AlertRow_PeerCases_Agree() => CaseFile.RunAll(
        "alert.alertRow",
        (test, fixture) =>
        {
            AlertSettings settings = new()
            {
                FailuresToOpen = test.Int("failOpen"),
                PassesToClose = test.Int("passClose"),
                UserProperty = test.Text("property"),
                ColumnHeaders = CaseGrids.Headers(test),
            };
            Check(CaseGrids.Columns(fixture, "columns"), test, settings);
        });

    // Those cases leave the thresholds to the test's code: one failure opens, one pass closes.
    [SkippableFact]
    public void AlertRow_PeerEmailCases_Agree() => CaseFile.RunAll(
        "alert.dynamicEmails",
        test => Check(CaseGrids.Columns(test, "columns"), test, new AlertSettings { FailuresToOpen = 1, PassesToClose = 1 }));

    [SkippableFact]
    public void FromMilliseconds_PeerCases_Agree() => CaseFile.RunAll(
        "alert.stamp",
        test => Stamp.FromMilliseconds(test.At("col").Number("started")).ShouldBe(test.Stamp("expected")));

    [SkippableFact]
    public void BuildId_PeerCases_Agree() => CaseFile.RunAll(
        "alert.buildID",
        test =>
        {
            JudgedColumn column = new() { Build = test.Text("build"), Extra = test.Has("extra") ? [test.Text("extra")] : [] };
            AlertRules.BuildId(column, test.Flag("useCommit")).ShouldBe(test.Text("expected"));
        });

    [SkippableFact]
    public void HotlistIds_PeerCases_Agree() => CaseFile.RunAll(
        "alert.hotlistIDs",
        test => AlertRules.HotlistIds(test.Text("hotlistIDs")).ShouldBe(test.Texts("want")));

    private static void Check(IReadOnlyList<JudgedColumn> columns, JsonElement test, AlertSettings settings) =>
        CaseGrids.ShouldBeAlert(AlertRules.AlertRow(columns, CaseGrids.Row(test.At("row")), settings), test.At("expected"));
}

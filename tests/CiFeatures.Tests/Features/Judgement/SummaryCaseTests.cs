using System.Text.Json;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class SummaryCaseTests
{
    private static readonly DateTimeOffset Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public void FirstFilled_PeerCases_Agree() => CaseFile.RunAll(
        "summary.firstFilled",
        test => RecentWindow.FirstFilled([.. test.List("values").Select(v => v.GetInt32())]).ShouldBe(test.Int("expected")));

    [SkippableFact]
    public void RecentColumns_PeerCases_Agree() => CaseFile.RunAll(
        "summary.recentColumns",
        test => RecentWindow.RecentColumns(test.Int("tab"), test.Int("group")).ShouldBe(test.Int("expected")));

    [SkippableFact]
    public void RecentRows_PeerCases_Agree() => CaseFile.RunAll(
        "summary.recentRows",
        (test, fixture) => RecentWindow.RecentRows(CaseGrids.Rows(test, "rows"), fixture.Int("recent"))
            .Select(row => row.Name).ShouldBe(test.Texts("expected")));

    [SkippableFact]
    public void FilterMethods_PeerCases_Agree() => CaseFile.RunAll(
        "summary.filterMethods",
        test => RecentWindow.FilterMethods(CaseGrids.Rows(test, "rows")).Select(row => (row.Name, row.Id))
            .ShouldBe(CaseGrids.Rows(test, "expected").Select(row => (row.Name, row.Id))));

    [SkippableFact]
    public void LatestRun_PeerCases_Agree() => CaseFile.RunAll(
        "summary.latestRun",
        test =>
        {
            Stamp? latest = LatestRuns.LatestRun(CaseGrids.Columns(test, "cols"));
            (latest?.Seconds ?? 0).ShouldBe(test.Long("expectedSecs"));
            latest?.ToDateTimeOffset().ShouldBe(test.Time("expectedTime")!.Value);
            latest.HasValue.ShouldBe(test.Has("expectedTime"));
        });

    [SkippableFact]
    public void LatestGreen_PeerCases_Agree() => CaseFile.RunAll(
        "summary.latestGreen",
        test => LatestRuns.LatestGreen(new JudgedGrid(CaseGrids.Columns(test, "cols"), CaseGrids.Rows(test, "rows")), test.Flag("first"))
            .ShouldBe(test.Text("expected")));

    [SkippableFact]
    public void StaleAfter_PeerCases_Agree() => CaseFile.RunAll(
        "summary.staleHours",
        test =>
        {
            JsonElement alert = test.At("tab").At("alertOptions");
            int? hours = alert.ValueKind == JsonValueKind.Undefined ? null : alert.Int("alertStaleResultsHours");
            Staleness.StaleAfter(hours).ShouldBe(test.Duration("expected"));
        });

    [SkippableFact]
    public void StaleAlert_PeerCases_Agree() => CaseFile.RunAll(
        "summary.staleAlert",
        test => (Staleness.StaleAlert(Now, test.Time("mod"), test.Time("ran"), test.Duration("dur"), test.Int("rows")).Length > 0)
            .ShouldBe(test.Flag("alert")));

    [SkippableFact]
    public void Measure_PeerCases_Agree() => CaseFile.RunAll(
        "summary.gridMetrics",
        test =>
        {
            (GridMetrics metrics, bool broken) = GridMetricsRules.Measure(
                test.Int("cols"),
                CaseGrids.Rows(test, "rows"),
                test.Int("recent"),
                (float)test.Number("brokenThreshold"),
                CaseJson.Options(test.At("opts"), test.At("features")));
            metrics.ShouldBe(test.Metrics("expectedMetrics"));
            broken.ShouldBe(test.Flag("expectedBroken"));
        });

    [SkippableFact]
    public void Judge_PeerCases_Agree() => CaseFile.RunAll(
        "summary.overallStatus",
        test => OverallStatusRules.Judge(
            CaseGrids.Rows(test, "rows"),
            test.Int("recent"),
            test.Text("stale"),
            test.Flag("broken"),
            test.Flag("alerts"),
            test.Metrics("colCells"),
            CaseJson.Options(test.At("opts"), test.At("features"))).ShouldBe(test.TabStatus("expected")));

    [SkippableFact]
    public void Write_PeerCases_Agree() => CaseFile.RunAll(
        "summary.statusMessage",
        test =>
        {
            float acceptable = (float)test.At("opts").Number("maxAcceptableFlakiness");
            string text = StatusText.Write(test.Metrics("colCells"), test.TabStatus("status"), acceptable, withPrefix: true);
            text.ShouldBe(test.Text("want"));
            string without = StatusText.Write(test.Metrics("colCells"), test.TabStatus("status"), acceptable, withPrefix: false);
            without.ShouldBe(test.Text("want").Replace("Tab stats: ", "", StringComparison.Ordinal));
        });
}

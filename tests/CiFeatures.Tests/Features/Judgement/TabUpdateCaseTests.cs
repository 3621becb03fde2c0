using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class TabUpdateCaseTests
{
    private static readonly DateTimeOffset Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public void Summarize_PeerCases_Agree() => CaseFile.RunAll(
        "summary.updateTab",
        test =>
        {
            TabSettings settings = Settings(test);
            if (test.Flag("err"))
            {
                string cause = test.At("gridError").Text("$error");
                CiFeaturesException error = Should.Throw<CiFeaturesException>(
                    () => TabUpdate.Summarize(settings, () => throw new IOException(cause), new FixedTime(Now)));
                error.Code.ShouldBe("CIF1301");
                error.Message.ShouldContain(cause);
                error.Place.ShouldContain(settings.Name);
                return;
            }

            TabState state = new(CaseGrids.Grid(test.At("grid")), test.Time("mod"));
            Check(TabUpdate.Summarize(settings, () => state, new FixedTime(Now)), test.At("expected"));
        });

    private static TabSettings Settings(JsonElement test)
    {
        JsonElement tab = test.At("tab");
        return new TabSettings
        {
            Name = tab.Text("name"),
            RecentColumns = tab.Int("numColumnsRecent"),
            GroupRecentColumns = test.At("group").Int("numColumnsRecent"),
            StaleResultsHours = tab.Has("alertOptions") ? tab.At("alertOptions").Int("alertStaleResultsHours") : null,
            UseCommitAsBuildId = test.At("group").Flag("useKubernetesClient"),
            BrokenColumnThreshold = (float)tab.Number("brokenColumnThreshold"),
            AnalyseHealth = tab.At("healthAnalysisOptions").Flag("enable"),
            Status = CaseJson.Options(tab.At("statusCustomizationOptions"), test.At("features")),
        };
    }

    private static void Check(TabSummary actual, JsonElement expected)
    {
        JsonElement metrics = expected.At("summaryMetrics");
        actual.Name.ShouldBe(expected.Text("dashboardTabName"));
        actual.Alert.ShouldBe(expected.Text("alert"));
        actual.FailingTests.Count.ShouldBe(expected.List("failingTestSummaries").Count);
        actual.LastUpdateSeconds.ShouldBe(expected.Long("lastUpdateTimestamp"));
        actual.LastRunSeconds.ShouldBe(expected.Long("lastRunTimestamp"));
        actual.Status.ShouldBe(expected.Text("status"));
        actual.OverallStatus.ShouldBe(expected.TabStatus("overallStatus"));
        actual.LatestGreen.ShouldBe(expected.Text("latestGreen"));
        actual.BugUrl.ShouldBe(expected.Text("bugUrl"));
        actual.Healthiness.ShouldBeNull();
        actual.LinkedIssues.ShouldBe(expected.Texts("linkedIssues"));
        actual.Metrics.CompletedColumns.ShouldBe(metrics.Int("completedColumns"));
        actual.Metrics.PassingColumns.ShouldBe(metrics.Int("passingColumns"));
        actual.Metrics.IgnoredColumns.ShouldBe(metrics.Int("ignoredColumns"));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

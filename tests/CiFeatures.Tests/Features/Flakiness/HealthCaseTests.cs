using System.Text.Json;
using CiFeatures.Features.Flakiness;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Features.Flakiness;

public class HealthCaseTests
{
    [SkippableFact]
    public void IsInfraFailure_PeerCases_Agree() => CaseFile.RunAll(
        "health.isInfraFailure",
        test => FlakinessRules.IsInfraFailure(test.Text("message")).ShouldBe(test.Flag("expected")));

    [SkippableFact]
    public void IsValidTestName_PeerCases_Agree() => CaseFile.RunAll(
        "health.isValidTestName",
        test => FlakinessRules.IsValidTestName(test.Text("testName")).ShouldBe(test.Flag("expected")));

    [SkippableFact]
    public void IsWithin_PeerCases_Agree() => CaseFile.RunAll(
        "health.isWithinTimeFrame",
        test => FlakinessRules.IsWithin(test.At("column").Number("started"), test.Number("startTime"), test.Number("endTime"))
            .ShouldBe(test.Flag("expected")));

    [SkippableFact]
    public void FailingColumns_PeerCases_Agree() => CaseFile.RunAll(
        "health.failingColumns",
        test => FlakinessRules.FailingColumns(test.Int("numColumns"), CaseGrids.Rows(test, "rows"))
            .ShouldBe(test.List("expected").Select(e => e.GetBoolean())));

    [SkippableFact]
    public void GoBackDays_PeerCases_Agree() => CaseFile.RunAll(
        "health.goBackDays",
        test => HealthWindow.GoBackDays(test.Time("currentTime")!.Value, test.Int("days")).ShouldBe(test.Long("expected")));

    // The window's ends are plain seconds here; the peer wraps them into its timestamp type.
    [SkippableFact]
    public void Create_PeerTimestampCases_KeepSeconds() => CaseFile.RunAll(
        "health.intToTimestamp",
        test => Healthiness.Create(test.Long("seconds"), 0, []).StartSeconds.ShouldBe(test.At("expected").Long("seconds")));

    [SkippableFact]
    public void AnalyseHealth_PeerCases_DecidesWhetherHealthIsComputed() => CaseFile.RunAll(
        "health.shouldRun",
        test =>
        {
            CiFeatures.Features.Judgement.TabSettings tab = new() { AnalyseHealth = test.At("tab").At("healthAnalysisOptions").Flag("enable") };
            CiFeatures.Features.Judgement.TabState state = new(new([], []), DateTimeOffset.UnixEpoch);
            bool ran = CiFeatures.Features.Judgement.TabUpdate.Summarize(tab, () => state, TimeProvider.System).Healthiness is not null;
            ran.ShouldBe(test.Flag("expected"));
        });

    [SkippableFact]
    public void GetTrend_PeerCases_Agree() => CaseFile.RunAll(
        "health.getTrend",
        test => Healthiness.GetTrend((float)test.Number("currentFlakiness"), (float)test.Number("previousFlakiness"))
            .ShouldBe(HealthCases.TrendOf(test, "expected")));

    [SkippableFact]
    public void WithTrend_PeerCases_Agree() => CaseFile.RunAll(
        "health.calculateTrend",
        test => HealthCases.ShouldBe(
            HealthCases.HealthinessOf(test.At("currentHealthiness")).WithTrend(HealthCases.HealthinessOf(test.At("previousHealthiness"))),
            test.At("expected")));

    [SkippableFact]
    public void Create_PeerCases_Agree() => CaseFile.RunAll(
        "health.createHealthiness",
        test => HealthCases.ShouldBe(
            Healthiness.Create(test.Long("startDate"), test.Long("endDate"), [.. test.List("testInfoList").Select(HealthCases.InfoOf)]),
            test.At("expected")));

    [SkippableFact]
    public void FlipPct_PeerCases_Agree() => CaseFile.RunAll(
        "health.flip.calculate",
        test => ((double)FlakinessAnalyzers.FlipPct(HealthCases.ResultsOf(test.At("results")))).ShouldBe(test.Number("expected"), 0.01));

    [SkippableFact]
    public void FlipWindow_PeerCases_Agree() => CaseFile.RunAll(
        "health.flip.getFlakiness",
        test => HealthCases.ShouldBe(
            FlakinessAnalyzers.FlipWindow(
                HealthCases.TestsOf(test, "metrics"),
                HealthCases.SequencesOf(test, "relevantFilteredStatus"),
                test.Int("minRuns"),
                test.Long("startDate"),
                test.Long("endDate")),
            test.At("expected")));

    [SkippableFact]
    public void Naive_PeerCases_Agree() => CaseFile.RunAll(
        "health.naive.calculate",
        test =>
        {
            TestFlakinessInfo? info = FlakinessAnalyzers.Naive(HealthCases.TestOf(test.At("test")), test.Int("minRuns"));
            (info is not null).ShouldBe(test.Flag("expectedSuccess"));
            HealthCases.ShouldBe(info ?? new TestFlakinessInfo(), test.At("expectedTestInfo"));
        });

    [SkippableFact]
    public void NaiveWindow_PeerCases_Agree() => CaseFile.RunAll(
        "health.naive.getFlakiness",
        test => HealthCases.ShouldBe(
            FlakinessAnalyzers.NaiveWindow(HealthCases.TestsOf(test, "metrics"), test.Int("minRuns"), test.Long("startDate"), test.Long("endDate")),
            test.At("expected")));

    [SkippableFact]
    public void Parse_PeerCases_Agree() => CaseFile.RunAll(
        "health.parseGrid",
        test =>
        {
            var (tests, results) = HealthParser.Parse(CaseGrids.Grid(test.At("grid")), test.Long("startTime"), test.Long("endTime"));
            IReadOnlyList<JsonElement> expected = test.List("expectedMetrics");
            tests.Count.ShouldBe(expected.Count);
            for (int i = 0; i < tests.Count; i++)
            {
                TestHealth want = HealthCases.TestOf(expected[i]);
                tests[i].InfraFailures.ShouldBe(want.InfraFailures);
                (tests[i] with { InfraFailures = want.InfraFailures }).ShouldBe(want);
            }

            var sequences = HealthCases.SequencesOf(test, "expectedFilteredStatus");
            results.Keys.Order(StringComparer.Ordinal).ShouldBe(sequences.Keys.Order(StringComparer.Ordinal));
            foreach (string name in sequences.Keys)
            {
                results[name].ShouldBe(sequences[name]);
            }
        });

    [SkippableFact]
    public void ForInterval_PeerCases_Agree() => CaseFile.RunAll(
        "health.forInterval",
        (test, fixture) => HealthCases.ShouldBe(
            HealthWindow.ForInterval(
                CaseGrids.Grid(test.At("grid")), DateTimeOffset.FromUnixTimeSeconds(fixture.Long("nowUnix")), test.Int("interval")),
            test.At("expected")));
}

using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

public class ApiSummaryReaderTests
{
    private const string Whole = """
        {"tab_summaries":[{"dashboard_name":"Dash","tab_name":"job 1","overall_status":"FAILING","detailed_status_message":"Tab stats: 1 of 2 (50.0%) recent columns passed (3 of 4 or 75.0% cells)",
        "last_run_timestamp":"2021-07-28T13:10:18Z","last_update_timestamp":"2021-07-28T14:00:00.500Z","latest_passing_build":"12",
        "failures_summary":{"top_failing_tests":[{"display_name":"t","fail_count":322,"pass_timestamp":"1970-01-01T00:00:00Z","fail_timestamp":"2021-07-20T00:00:00Z"}],"failure_stats":{"num_failing_tests":9}},
        "healthiness_summary":{"healthiness_stats":{"average_flakiness":1.5,"previous_flakiness":-1}}},{"tab_name":"job 2"}]}
        """;

    [Fact]
    public void Read_WholeAnswer_GivesTheModel()
    {
        DashboardSummary summary = ApiAnswers.CleanSummary(Whole);

        summary.Jobs.Select(j => j.Job).ShouldBe(["job 1", "job 2"]);
        JobSummary job = summary.Jobs[0];
        (job.OverallStatus.ValueOrDefault(), job.LatestGreen.ValueOrDefault(), job.DashboardName.ValueOrDefault()).ShouldBe(("FAILING", "12", "Dash"));
        StatusText.TryParse(job.StatusText.ValueOrDefault(), out StatusText counts).ShouldBeTrue();
        counts.PassedCells.ShouldBe(3);
        (job.LastRunTimeMs, job.LastUpdateTimeMs).ShouldBe((1_627_477_818_000, 1_627_480_800_500));
        SummaryAlert alert = job.Alerts.ShouldHaveSingleItem();
        (alert.DisplayName, alert.TestName, alert.FailCount, alert.PassTimeMs, alert.FailTimeMs).ShouldBe(("t", "t", 322, null, 1_626_739_200_000));
        job.OtherFields["num_failing_tests"].ShouldBe("9");
        job.Healthiness.ValueOrDefault().ShouldBe("""{"healthiness_stats":{"average_flakiness":1.5,"previous_flakiness":-1}}""");
    }

    [Fact]
    public void Read_OmittedDefaults_AreEmptyTextsAndNoTimes()
    {
        JobSummary job = ApiAnswers.CleanSummary(Whole).Jobs[1];

        (job.OverallStatus.ValueOrDefault(), job.StatusText.ValueOrDefault()).ShouldBe(("", ""));
        (job.LastRunTimeMs, job.LastUpdateTimeMs).ShouldBe((null, null));
        job.Alerts.ShouldBeEmpty();
        job.Healthiness.HasValue.ShouldBeFalse();
        ApiAnswers.CleanSummary("{}").Jobs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"FLAKY\"", "FLAKY")]
    [InlineData("4", "FLAKY")]
    [InlineData("0", "")]
    [InlineData("\"UNKNOWN\"", "")]
    [InlineData("null", "")]
    public void Read_OverallStatus_AsTextOrNumber(string value, string status) =>
        ApiAnswers.CleanSummary($$$"""{"tabSummary":{"tabName":"a","overallStatus":{{{value}}}}}""").Jobs[0].OverallStatus.ValueOrDefault().ShouldBe(status);

    [Fact]
    public void Read_EntriesThatAreNone_AreLeftOutAndReported()
    {
        List<DecodeIssue> issues = [];
        DashboardSummary summary = ApiSummaryReader.Read("""{"tab_summaries":[1,{},{"tab_name":"a"},{"tab_name":"a","latest_passing_build":"2"}]}"""u8, "dash", issues);

        summary.Jobs.ShouldHaveSingleItem().LatestGreen.ValueOrDefault().ShouldBe("2");
        issues.Select(i => i.Code).ShouldBe([DecodingCodes.ApiEntry, DecodingCodes.ApiEntry, DecodingCodes.SummaryEntry]);
    }

    [Theory]
    [InlineData("""{"job":{"overall_status":"FLAKY"}}""", DecodingCodes.NotAnApiAnswer)]
    [InlineData("[]", DecodingCodes.NotAnApiAnswer)]
    [InlineData("""{"tab_summaries":7}""", DecodingCodes.WrongEssentialType)]
    public void Read_WhatIsNoSummary_IsAClearError(string json, string code) =>
        Should.Throw<CiFeaturesException>(() => ApiSummaryReader.Read(Encoding.UTF8.GetBytes(json), "dash", [])).Code.ShouldBe(code);

    [Fact]
    public void TabSummaries_OfWhatTheApiGave_GiveItBack()
    {
        DashboardSummary read = ApiAnswers.CleanSummary(Whole);
        DashboardSummary again = ApiAnswers.CleanSummary(Encoding.UTF8.GetString(ApiAnswerWriter.TabSummaries(read)));

        again.Jobs[0].OtherFields["num_failing_tests"].ShouldBe("9");
        again.Jobs[0].Healthiness.ShouldBe(read.Jobs[0].Healthiness);
        (again.Jobs[0].LastRunTimeMs, again.Jobs[0].LastUpdateTimeMs).ShouldBe((read.Jobs[0].LastRunTimeMs, read.Jobs[0].LastUpdateTimeMs));
        again.Jobs[0].Alerts.ShouldHaveSingleItem().PassTimeMs.ShouldBeNull();
        ApiSummaryReader.Read(ApiAnswerWriter.TabSummary("Dash", read.Jobs[0]), "Dash", []).Jobs.ShouldHaveSingleItem().Job.ShouldBe("job 1");
    }
}

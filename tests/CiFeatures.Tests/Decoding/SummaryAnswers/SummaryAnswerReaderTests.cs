using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Decoding.SummaryAnswers;

public class SummaryAnswerReaderTests
{
    private const string Answer = """
        {"job-b":{"alert":"","last_run_timestamp":1616083657000,"last_update_timestamp":1616110355,"latest_green":"no recent greens","overall_status":"FAILING",
         "overall_status_icon":"warning","status":"0 of 9 (0.0%) recent columns passed (7314 of 7373 or 99.2% cells)",
         "tests":[{"display_name":"Overall","test_name":"o","fail_count":39,"fail_timestamp":1614223692000,"pass_timestamp":0,"build_link":"","build_url_text":"u","build_link_text":"t",
          "failure_message":"boom","linked_bugs":["7",8],"fail_test_link":"abc Overall","new":1},
          {"display_name":"x","fail_timestamp":1603131483,"pass_timestamp":1601823875}],
         "dashboard_name":"dash","healthiness":{"tests":[],"previousFlakiness":-1},"bug_url":"https://b","later":[1]},
         "job-a":{"alert":null,"last_run_timestamp":0,"last_update_timestamp":1616110355,"overall_status":"","status":"no completed results","tests":null,"healthiness":null}}
        """;

    [Fact]
    public void Read_WholeAnswer_FillsTheJobs()
    {
        DashboardSummary summary = Answers.CleanSummary(Answer);
        JobSummary first = summary.Jobs[0];
        JobSummary second = summary.Jobs[1];

        summary.Dashboard.ShouldBe("dash");
        first.Job.ShouldBe("job-b");
        first.LastRunTimeMs.ShouldBe(1616083657000);
        first.LastUpdateTimeMs.ShouldBe(1616110355000);
        first.Alert.ShouldBe(Published<string>.Of(""));
        first.OverallStatus.ValueOrDefault().ShouldBe("FAILING");
        first.StatusText.ValueOrDefault().ShouldBe("0 of 9 (0.0%) recent columns passed (7314 of 7373 or 99.2% cells)");
        first.Healthiness.ValueOrDefault().ShouldBe("""{"tests":[],"previousFlakiness":-1}""");
        first.BugUrl.ValueOrDefault().ShouldBe("https://b");
        first.OtherFields["later"].ShouldBe("[1]");
        second.LastRunTimeMs.ShouldBeNull();
        second.Alert.State.ShouldBe(PublishedState.Null);
        second.OverallStatus.ShouldBe(Published<string>.Of(""));
        second.LatestGreen.State.ShouldBe(PublishedState.Absent);
        second.Healthiness.State.ShouldBe(PublishedState.Null);
        second.Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void Read_WholeAnswer_FillsTheAlerts()
    {
        IReadOnlyList<SummaryAlert> alerts = Answers.CleanSummary(Answer).Jobs[0].Alerts;

        alerts.Count.ShouldBe(2);
        alerts[0].DisplayName.ShouldBe("Overall");
        alerts[0].TestName.ShouldBe("o");
        alerts[0].FailCount.ShouldBe(39);
        alerts[0].FailTimeMs.ShouldBe(1614223692000);
        alerts[0].PassTimeMs.ShouldBeNull();
        alerts[0].FailureMessage.ValueOrDefault().ShouldBe("boom");
        alerts[0].LinkedBugs.ShouldBe(["7", "8"]);
        alerts[0].FailTestLink.ValueOrDefault().ShouldBe("abc Overall");
        alerts[0].OtherFields["new"].ShouldBe("1");
        alerts[1].FailCount.ShouldBeNull();
        alerts[1].FailureMessage.ShouldBe(Published<string>.Absent);
        alerts[1].FailTimeMs.ShouldBe(1603131483000);
        alerts[1].PassTimeMs.ShouldBe(1601823875000);
    }

    [Theory]
    [InlineData("1616083657", 1616083657000)]
    [InlineData("1616083657.9", 1616083657900)]
    [InlineData("1616083657000", 1616083657000)]
    [InlineData("1616083657000000", 1616083657000)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    [InlineData("-62135596800", null)]
    public void Read_Time_IsMillisecondsWhateverTheUnit(string published, long? expected)
    {
        Answers.CleanSummary($$$"""{"j":{"last_run_timestamp":{{{published}}},"status":""}}""").Jobs[0].LastRunTimeMs.ShouldBe(expected);
    }

    [Theory]
    [InlineData("99999999999", 99999999999000)]
    [InlineData("100000000000", 100000000000)]
    public void Read_TimeAtTheEdgeOfItsUnit_IsKeptAndNoted(string published, long expected)
    {
        List<DecodeIssue> issues = [];

        Answers.Summary($$$"""{"j":{"last_run_timestamp":{{{published}}},"status":""}}""", issues).Jobs[0].LastRunTimeMs.ShouldBe(expected);

        DecodeIssue issue = issues.ShouldHaveSingleItem();
        (issue.Code, issue.Repair, issue.Job).ShouldBe((DecodingCodes.ImplausibleTime, DecodeRepair.Noted, "j"));
    }

    [Theory]
    [InlineData("-1", DecodingCodes.UnusableNumber)]
    [InlineData("3.5", DecodingCodes.UnusableNumber)]
    [InlineData("2147483648", DecodingCodes.UnusableNumber)]
    [InlineData("1e300", DecodingCodes.UnusableNumber)]
    [InlineData("\"39\"", DecodingCodes.WrongType)]
    [InlineData("{}", DecodingCodes.WrongType)]
    public void Read_FailCountThatIsNoCount_IsAbsentAndReported(string count, string code)
    {
        List<DecodeIssue> issues = [];

        DashboardSummary summary = Answers.Summary(
            $$$"""{"j":{"status":"","tests":[{"display_name":"a","test_name":"a","fail_count":{{{count}}},"failure_message":null}]}}""", issues);

        SummaryAlert alert = summary.Jobs[0].Alerts.ShouldHaveSingleItem();
        alert.FailCount.ShouldBeNull();
        alert.FailureMessage.State.ShouldBe(PublishedState.Null);
        DecodeIssue issue = issues.ShouldHaveSingleItem();
        (issue.Code, issue.Repair, issue.Dashboard, issue.Job, issue.Test).ShouldBe((code, DecodeRepair.Ignored, "dash", "j", "a"));
        issue.Position.ShouldStartWith("tests.fail_count, byte ");
    }

    [Theory]
    [InlineData("39", 39)]
    [InlineData("0", 0)]
    [InlineData("3.0", 3)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("null", null)]
    public void Read_FailCount_IsWhatIsPublished(string count, int? expected)
    {
        Answers.CleanSummary($$$"""{"j":{"status":"","tests":[{"test_name":"a","fail_count":{{{count}}}}]}}""").Jobs[0].Alerts[0].FailCount.ShouldBe(expected);
    }

    [Fact]
    public void Read_NoJobs_IsAnEmptySummary() => Answers.CleanSummary("{}").Jobs.ShouldBeEmpty();

    [Theory]
    [InlineData("[]", DecodingCodes.NotASummary)]
    [InlineData("null", DecodingCodes.NotASummary)]
    [InlineData("""{"error":"not found"}""", DecodingCodes.NotASummary)]
    [InlineData("""{"test-group-name":"x","tests":[{"name":"a"}],"timestamps":[1],"phase-timer":{"total":1}}""", DecodingCodes.NotASummary)]
    [InlineData("""{"a":{"status":"x" """, DecodingCodes.DamagedJson)]
    [InlineData("<html>", DecodingCodes.DamagedJson)]
    [InlineData("", DecodingCodes.DamagedJson)]
    public void Read_WhatIsNoSummary_IsAnErrorThatNamesTheDashboard(string json, string code)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => Answers.Summary(json, []));

        error.Code.ShouldBe(code);
        error.Place.ShouldStartWith("dash");
    }

    [Theory]
    [InlineData("""{"good":{"status":""},"bad":7}""", DecodingCodes.SummaryEntry, "bad")]
    [InlineData("""{"good":{"status":"first"},"good":{"status":""}}""", DecodingCodes.SummaryEntry, "good")]
    [InlineData("""{"good":{"status":"","tests":{}}}""", DecodingCodes.WrongType, "good")]
    [InlineData("""{"good":{"status":"","tests":[5]}}""", DecodingCodes.SummaryEntry, "good")]
    [InlineData("""{"good":{"status":"","last_run_timestamp":"soon"}}""", DecodingCodes.UnusableTime, "good")]
    [InlineData("""{"good":{"status":"","alert":[1]}}""", DecodingCodes.WrongType, "good")]
    public void Read_WhatDoesNotFit_IsReportedAndTheRestStays(string json, string code, string job)
    {
        List<DecodeIssue> issues = [];

        DashboardSummary summary = Answers.Summary(json, issues);

        DecodeIssue issue = issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Dashboard.ShouldBe("dash");
        issue.Job.ShouldBe(job);
        summary.Jobs.ShouldHaveSingleItem().StatusText.ValueOrDefault().ShouldBe("");
    }
}

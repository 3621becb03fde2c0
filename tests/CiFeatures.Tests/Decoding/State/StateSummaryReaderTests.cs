using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Decoding.State;

public class StateSummaryReaderTests
{
    [SkippableFact]
    public void Read_SummaryThatProtocMade_GivesJobsInOrder()
    {
        DashboardSummary summary = Read();

        summary.Dashboard.ShouldBe("dash");
        summary.Jobs.Select(j => j.Job).ShouldBe(["job-1", "job-2", "job-3", "job-4"]);
        JobSummary job = summary.Jobs[0];
        job.LastRunTimeMs.ShouldBe(1_700_000_400_250);
        job.LastUpdateTimeMs.ShouldBe(1_700_000_500_000);
        job.LatestGreen.ValueOr("").ShouldBe("1002");
        job.OverallStatus.ValueOr("").ShouldBe("FAILING");
        job.StatusText.ValueOr("").ShouldStartWith("Tab stats: 2 of 4");
        job.Alert.ValueOr("").ShouldBe("an alert");
        job.BugUrl.ValueOr("").ShouldBe("https://bugs.example.org");
        job.DashboardName.ValueOr("").ShouldBe("dash");
    }

    [SkippableFact]
    public void Read_StatusesThatAreNotShown_AreEmptyOrAbsent()
    {
        DashboardSummary summary = Read();

        summary.Jobs[1].OverallStatus.ShouldBe(Published<string>.Of(""));
        summary.Jobs[2].OverallStatus.State.ShouldBe(PublishedState.Absent);
        summary.Jobs[3].OverallStatus.ValueOr("").ShouldBe("ACCEPTABLE");
        summary.Jobs[2].LastRunTimeMs.ShouldBeNull();
    }

    [SkippableFact]
    public void Read_AlertThatProtocMade_HasNoPassTimeForNever()
    {
        SummaryAlert alert = Read().Jobs[0].Alerts.ShouldHaveSingleItem();

        alert.DisplayName.ShouldBe("Overall");
        alert.TestName.ShouldBe("//overall");
        alert.FailCount.ShouldBe(2);
        alert.FailTimeMs.ShouldBe(1_700_000_300_000);
        alert.PassTimeMs.ShouldBeNull();
        alert.LinkedBugs.ShouldBe(["1", "2"]);
        alert.FailTestLink.ValueOr("").ShouldBe("a b");
        alert.FailureMessage.ValueOr("").ShouldBe("broken");
    }

    [SkippableFact]
    public void Read_Healthiness_IsJsonInTheWordsOfSummaryAnswers()
    {
        JsonElement health = JsonElement.Parse(Read().Jobs[0].Healthiness.ValueOr(""));

        health.GetProperty("previousFlakiness").GetSingle().ShouldBe(10f);
        health.GetProperty("averageFlakiness").GetSingle().ShouldBe(12.5f);
        health.GetProperty("end").GetDateTimeOffset().ToUnixTimeMilliseconds().ShouldBe(1_700_000_400_500);
        JsonElement test = health.GetProperty("tests")[0];
        test.GetProperty("displayName").GetString().ShouldBe("t");
        test.GetProperty("infraFailures").GetProperty("infra").GetInt32().ShouldBe(2);
    }

    [SkippableFact]
    public void Write_SummaryThatProtocMade_IsReadByProtocAsTheSame()
    {
        byte[] plain = Protoc.EncodeFile("summary.proto", "made.summary.DashboardSummary", "summary.txtpb");
        byte[] written = StateSummaryWriter.Write(Read());
        string after = Protoc.Decode("summary.proto", "made.summary.DashboardSummary", written);

        // A summary that did not name its dashboard does so now; nothing else differs.
        Lines(after).Where(l => l != "dashboard_name: \"dash\"").ShouldBe(
            Lines(Protoc.Decode("summary.proto", "made.summary.DashboardSummary", plain)).Where(l => l != "dashboard_name: \"dash\""));
        StateSummaryWriter.Write(StateSummaryReader.Read(written, "dash", [])).ShouldBe(written);
    }

    [Fact]
    public void Read_JobListedTwiceAndImpossibleNumbers_AreNoted()
    {
        // job "a" twice; the second has status 99 and a run time that is not a number.
        byte[] body = [0x0A, 0x03, 0x12, 0x01, 0x61, 0x0A, 0x0E, 0x12, 0x01, 0x61, 0x38, 0x63, 0x49, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F];
        List<DecodeIssue> issues = [];

        DashboardSummary summary = StateSummaryReader.Read(body, "dash", issues);

        summary.Jobs.ShouldHaveSingleItem().LastRunTimeMs.ShouldBeNull();
        issues.Select(i => i.Code).ShouldBe([DecodingCodes.UnusableTime, DecodingCodes.UnusableNumber, DecodingCodes.SummaryEntry]);
        issues.ShouldAllBe(i => i.Job == "a" && i.Dashboard == "dash");
    }

    [Fact]
    public void Read_NoBytes_IsASummaryWithoutJobs() => StateSummaryReader.Read([], "dash", []).Jobs.ShouldBeEmpty();

    [Theory]
    [InlineData("7b22616c657274223a22227d")]
    [InlineData("3c68746d6c3e3c2f68746d6c3e")]
    [InlineData("0a0568656c")]
    public void Read_NotASummary_NamesDashboardAndByte(string hex)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => StateSummaryReader.Read(Convert.FromHexString(hex), "dash", []));

        error.Code.ShouldBe(DecodingCodes.DamagedState);
        error.Place.ShouldStartWith("dash, DashboardSummary, byte ");
        error.Remedy.ShouldNotBeEmpty();
    }

    private static DashboardSummary Read()
    {
        List<DecodeIssue> issues = [];
        DashboardSummary summary = StateSummaryReader.Read(Protoc.EncodeFile("summary.proto", "made.summary.DashboardSummary", "summary.txtpb"), "dash", issues);
        issues.ShouldBeEmpty();
        return summary;
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Order(StringComparer.Ordinal)];
}

using System.Text;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Collection.TestGrid.Choice;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.SummaryAnswers;

namespace CiFeatures.Tests.Collection.TestGrid.Choice;

public class JobChoiceTests
{
    private static readonly DateTimeOffset At = new(2021, 7, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly CollectOptions All = new() { Dashboards = [], Http = new PoliteHttpOptions { ToolVersion = "1" } };

    [Fact]
    public void Take_Patterns_KeepTheOrderAndAreCounted()
    {
        var findings = new Findings();
        var choice = new JobChoice(All with { JobPatterns = ["*aws*"], ExcludedJobs = ["*-old"] }, At);

        choice.Take("d", ["z-aws", "a-aws", "gcp", "aws-old"], null, findings).ShouldBe(["z-aws", "a-aws"]);

        (findings.JobsListed, findings.JobsTaken, findings.JobsTooOld).ShouldBe((4, 2, 0));
    }

    [Theory]
    [InlineData("2021-07-28T03:53:06Z", null, true)]
    [InlineData("2021-07-28T03:53:07Z", null, false)]
    [InlineData(null, "21:00:00", true)]
    [InlineData(null, "20:00:00", false)]
    [InlineData("2021-07-28T00:00:00Z", "20:00:00", false)]
    [InlineData("2021-07-28T05:00:00Z", "2.00:00:00", false)]
    public void Take_Since_LeavesOutWhatDidNotRun(string? since, string? newerThan, bool isTaken)
    {
        // The summary's last run is at 2021-07-28T03:53:06Z.
        DashboardSummary summary = SummaryAnswerReader.Read(Encoding.UTF8.GetBytes(AnswerTexts.Summary("d", "j")), "d", []);
        var findings = new Findings();
        CollectOptions options = All with
        {
            Since = since is null ? null : DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            NewerThan = newerThan is null ? null : TimeSpan.Parse(newerThan, System.Globalization.CultureInfo.InvariantCulture),
        };

        new JobChoice(options, At).Take("d", ["j", "unknown"], summary, findings).ShouldBe(isTaken ? ["j", "unknown"] : ["unknown"]);

        findings.JobsTooOld.ShouldBe(isTaken ? 0 : 1);
    }

    [Fact]
    public void Take_SinceWithoutASummary_TakesEverything()
    {
        new JobChoice(All with { Since = At }, At).Take("d", ["j"], null, new Findings()).ShouldBe(["j"]);
    }
}

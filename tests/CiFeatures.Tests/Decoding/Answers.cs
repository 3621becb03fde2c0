using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding;

/// <summary>Reads answers that a test writes by hand.</summary>
internal static class Answers
{
    public static readonly JobKey Key = new("dash", "job-1.2");

    public static JobGrid Table(string json, List<DecodeIssue> issues, DecodeLimits? limits = null) =>
        TableAnswerReader.Read(Encoding.UTF8.GetBytes(json), Key, issues, limits);

    /// <summary>Reads a table that must not raise an issue.</summary>
    public static JobGrid CleanTable(string json)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = Table(json, issues);
        issues.ShouldBeEmpty();
        return grid;
    }

    /// <summary>Reads a table that must raise exactly one issue.</summary>
    public static JobGrid TableWithIssue(string json, string code, DecodeRepair repair, out DecodeIssue issue)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = Table(json, issues);
        issue = issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Repair.ShouldBe(repair);
        issue.Dashboard.ShouldBe(Key.Dashboard);
        issue.Job.ShouldBe(Key.Job);
        issue.Position.ShouldNotBeEmpty();
        issue.Message.ShouldNotBeEmpty();
        return grid;
    }

    public static CiFeaturesException TableError(string json, DecodeLimits? limits = null) =>
        Should.Throw<CiFeaturesException>(() => Table(json, [], limits));

    public static DashboardSummary Summary(string json, List<DecodeIssue> issues, DecodeLimits? limits = null) =>
        SummaryAnswerReader.Read(Encoding.UTF8.GetBytes(json), "dash", issues, limits);

    public static DashboardSummary CleanSummary(string json)
    {
        List<DecodeIssue> issues = [];
        DashboardSummary summary = Summary(json, issues);
        issues.ShouldBeEmpty();
        return summary;
    }
}

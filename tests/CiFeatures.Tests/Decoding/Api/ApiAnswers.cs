using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>Reads answers of the API that a test writes by hand.</summary>
internal static class ApiAnswers
{
    public const string TwoHeaders = """{"headers":[{"build":"12","started":"2021-07-28T13:10:18Z"},{"build":"11","started":"2021-07-27T13:10:18.250Z"}]}""";

    public static readonly JobKey Key = new("dash", "job-1.2");

    public static JobGrid Grid(string headers, string rows, List<DecodeIssue> issues, DecodeLimits? limits = null) =>
        ApiGridReader.Read(Encoding.UTF8.GetBytes(headers), Encoding.UTF8.GetBytes(rows), Key, issues, limits);

    public static JobGrid CleanGrid(string headers, string rows)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = Grid(headers, rows, issues);
        issues.ShouldBeEmpty();
        return grid;
    }

    public static JobGrid GridWithIssue(string headers, string rows, string code, DecodeRepair repair, out DecodeIssue issue)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = Grid(headers, rows, issues);
        issue = issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Repair.ShouldBe(repair);
        issue.Job.ShouldBe(Key.Job);
        issue.Position.ShouldNotBeEmpty();
        return grid;
    }

    public static CiFeaturesException GridError(string headers, string rows, DecodeLimits? limits = null) =>
        Should.Throw<CiFeaturesException>(() => Grid(headers, rows, [], limits));

    public static DashboardSummary CleanSummary(string json)
    {
        List<DecodeIssue> issues = [];
        DashboardSummary summary = ApiSummaryReader.Read(Encoding.UTF8.GetBytes(json), "dash", issues);
        issues.ShouldBeEmpty();
        return summary;
    }
}

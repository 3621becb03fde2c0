using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;
using CiFeatures.Tests.Decoding.TableAnswers;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>What the legacy site published, given out as the API does and read again, is the same grid, but for what the API lacks.</summary>
public class ApiRecordedTablesTests
{
    [SkippableTheory]
    [InlineData("4.8GA", 104)]
    [InlineData("4.7GA", 71)]
    [InlineData("4.6GA", 61)]
    public void Read_RecordedTablesThroughTheApi_AreTheSame(string release, int tables)
    {
        IReadOnlyList<(JobKey Key, string Path)> answers = RecordedAnswers.Tables(release);
        answers.Count.ShouldBe(tables);
        foreach ((JobKey key, string path) in answers)
        {
            List<DecodeIssue> issues = [];
            JobGrid table = TableAnswerReader.Read(RecordedAnswers.Load(path).Span, key, issues);
            JobGrid read = ApiGridReader.Read(ApiAnswerWriter.Headers(table), ApiAnswerWriter.Rows(table), key, issues);

            issues.ShouldBeEmpty(key.ToString());
            CaseModels.SameGrid(table, read);
            SameAlerts(table, read);
        }

        // Real names can all be asked for.
        ApiDashboard[] dashboards = [.. answers.GroupBy(a => a.Key.Dashboard).Select(g => new ApiDashboard(g.Key, [.. g.Select(a => new ApiTab(a.Key.Job))]))];
        new ApiDirectory([], dashboards).Dashboards.Sum(d => d.Tabs.Count).ShouldBe(tables);
    }

    [SkippableTheory]
    [InlineData("4.8GA")]
    [InlineData("4.7GA")]
    [InlineData("4.6GA")]
    public void Read_RecordedSummariesThroughTheApi_AreTheSame(string release)
    {
        string root = SharedData.PathOrSkip("data", "testgrid", release);
        string[] paths = [.. Directory.EnumerateFiles(root, "summary.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        paths.ShouldNotBeEmpty();
        foreach (string path in paths)
        {
            List<DecodeIssue> issues = [];
            DashboardSummary made = SummaryAnswerReader.Read(RecordedAnswers.Load(path).Span, "d", issues);
            DashboardSummary read = ApiSummaryReader.Read(ApiAnswerWriter.TabSummaries(made), "d", issues);

            issues.ShouldBeEmpty();
            read.Jobs.Select(Facts).ShouldBe(made.Jobs.Select(Facts));
            read.Jobs.Select(j => j.Alerts.Count).ShouldBe(made.Jobs.Select(j => Math.Min(j.Alerts.Count, 5)));
        }
    }

    private static (string Job, string Status, string Text, string Green, long? Run, long? Update) Facts(JobSummary job) =>
        (job.Job, job.OverallStatus.ValueOr(""), job.StatusText.ValueOr(""), job.LatestGreen.ValueOr(""), job.LastRunTimeMs, job.LastUpdateTimeMs);

    private static void SameAlerts(JobGrid table, JobGrid read)
    {
        for (int test = 0; test < table.Tests.Count; test++)
        {
            RowAlert? wanted = table.Tests[test].Alert;
            RowAlert? found = read.Tests[test].Alert;
            Assert.Equal(
                (wanted is null, wanted?.FailCount, wanted?.FailTimeMs, wanted?.PassTimeMs, wanted?.FailBuild.ValueOr(""), wanted?.Message.ValueOr("")),
                (found is null, found?.FailCount, found?.FailTimeMs, found?.PassTimeMs, found?.FailBuild.ValueOr(""), found?.Message.ValueOr("")));
        }
    }
}

using System.Text;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>Reads the answer that a case expects, in both spellings, and compares with what the case made it of.</summary>
internal static class CaseModels
{
    private static readonly JobKey Key = new("dash", "job");

    public static void CheckSummary(JsonElement test, JsonElement expected)
    {
        DashboardSummary made = CaseInstances.Summary(test.At("summaries").EnumerateObject().Single().Value, "dash");
        foreach (byte[] answer in Spellings(expected))
        {
            List<DecodeIssue> issues = [];
            DashboardSummary read = ApiSummaryReader.Read(answer, "dash", issues);

            // Some cases have times of January 1970, which are noted and kept.
            issues.ShouldAllBe(i => i.Code == DecodingCodes.ImplausibleTime);
            read.Jobs.Count.ShouldBe(made.Jobs.Count);
            for (int i = 0; i < read.Jobs.Count; i++)
            {
                CheckJob(read.Jobs[i], made.Jobs[i]);
            }
        }
    }

    public static void CheckGrid(JsonElement test, JsonElement expected, string part)
    {
        JobGrid made = CaseInstances.Grid(test.At("grid").EnumerateObject().Single().Value, Key);
        foreach (byte[] answer in Spellings(expected))
        {
            List<DecodeIssue> issues = [];

            // The case has one of the two answers; the other is made of the case's grid.
            byte[] headers = part == "headers" ? answer : ApiAnswerWriter.Headers(made);
            byte[] rows = part == "rows" ? answer : ApiAnswerWriter.Rows(made);
            JobGrid read = ApiGridReader.Read(headers, rows, Key, issues);

            // One case has a run of January 1970 before one of 2021.
            issues.ShouldAllBe(i => i.Code == DecodingCodes.ImplausibleTime || i.Code == DecodingCodes.RunOrder);
            SameGrid(made, read);
        }
    }

    /// <summary>Compares what the API has of a grid.</summary>
    public static void SameGrid(JobGrid made, JobGrid read)
    {
        read.Runs.Builds.ShouldBe(made.Runs.Builds);
        read.Runs.TimesMs.ToArray().ShouldBe(made.Runs.TimesMs.ToArray());
        read.Runs.Headers.Count.ShouldBe(made.Runs.Count == 0 ? 0 : made.Runs.Headers.Count);
        for (int header = 0; header < read.Runs.Headers.Count; header++)
        {
            read.Runs.Headers[header].ShouldBe(made.Runs.Headers[header]);
        }

        if (made.Info.ColumnIds.ValueOrDefault() is { Count: > 0 } ids)
        {
            read.Info.ColumnIds.ValueOrDefault().ShouldBe(ids);
        }

        read.Statuses.SequenceEqual(made.Statuses).ShouldBeTrue("the cells differ");
        read.Tests.Count.ShouldBe(made.Tests.Count);
        for (int test = 0; test < made.Tests.Count; test++)
        {
            SameRow(made, read, test);
        }
    }

    private static void SameRow(JobGrid made, JobGrid read, int test)
    {
        Assert.Equal(made.Tests[test].Name, read.Tests[test].Name);
        Assert.Equal(made.Tests[test].LinkedBugs, read.Tests[test].LinkedBugs);
        Assert.Null(read.Tests[test].DurationMinutes);
        CellCursor wanted = made.Cells(test);
        foreach (GridCell cell in read.Cells(test))
        {
            wanted.MoveNext();
            if (cell.Message != wanted.Current.Message || cell.ShortText != wanted.Current.ShortText || cell.CellId != wanted.Current.CellId)
            {
                Assert.Fail($"{made.Key}: the texts of \"{read.Tests[test].Name}\" differ in run {cell.Run}.");
            }
        }
    }

    private static void CheckJob(JobSummary read, JobSummary made)
    {
        read.Job.ShouldBe(made.Job);
        read.OverallStatus.ShouldBe(made.OverallStatus);
        read.StatusText.ShouldBe(made.StatusText);
        read.LatestGreen.ShouldBe(made.LatestGreen);
        read.LastRunTimeMs.ShouldBe(made.LastRunTimeMs);
        read.LastUpdateTimeMs.ShouldBe(made.LastUpdateTimeMs);
        read.Healthiness.HasValue.ShouldBe(made.Healthiness.HasValue);
        read.Alerts.Select(a => (a.DisplayName, a.FailCount, a.FailTimeMs, a.PassTimeMs))
            .ShouldBe(made.Alerts.OrderByDescending(a => a.FailCount).Take(5).Select(a => (a.DisplayName, a.FailCount, a.FailTimeMs, a.PassTimeMs)));
        read.OtherFields.GetValueOrDefault("num_failing_tests", "0").ShouldBe(made.Alerts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static byte[][] Spellings(JsonElement expected) => [WireJson.Bytes(expected), Encoding.UTF8.GetBytes(expected.GetRawText())];
}

using System.Buffers;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Tests.Decoding.TableAnswers;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.SummaryAnswers;

public class RecordedSummariesTests
{
    [SkippableTheory]
    [InlineData("4.8GA", 108)]
    [InlineData("4.7GA", 76)]
    [InlineData("4.6GA", 65)]
    public void Read_RecordedRelease_AgreesWithDocumentTree(string release, int jobs)
    {
        int seen = 0;
        foreach (string path in Directory.EnumerateFiles(SharedData.PathOrSkip("data", "testgrid", release), "summary.json.gz", SearchOption.AllDirectories))
        {
            ReadOnlyMemory<byte> utf8 = GzipPayload.ReadFile(path);
            List<DecodeIssue> issues = [];
            DashboardSummary summary = SummaryAnswerReader.Read(utf8.Span, "d", issues);
            issues.ShouldBeEmpty();

            using JsonDocument document = JsonDocument.Parse(utf8);
            JsonProperty[] expected = [.. document.RootElement.EnumerateObject()];
            summary.Jobs.Select(j => j.Job).ShouldBe(expected.Select(p => p.Name));
            for (int i = 0; i < expected.Length; i++)
            {
                Compare(expected[i].Value, summary.Jobs[i]);
            }

            ArrayBufferWriter<byte> again = new();
            SummaryAnswerWriter.Write(summary, again);
            Assert.Equal(GridText.OfAny(summary), GridText.OfAny(SummaryAnswerReader.Read(again.WrittenSpan, "d", issues)));
            seen += summary.Jobs.Count;
        }

        seen.ShouldBe(jobs);
    }

    private static void Compare(JsonElement expected, JobSummary job)
    {
        job.OverallStatus.ValueOrDefault().ShouldBe(expected.GetProperty("overall_status").GetString());
        job.StatusText.ValueOrDefault().ShouldBe(expected.GetProperty("status").GetString());
        job.LatestGreen.ValueOrDefault().ShouldBe(expected.GetProperty("latest_green").GetString());
        (job.LastRunTimeMs ?? 0).ShouldBe(expected.GetProperty("last_run_timestamp").GetInt64());
        (job.LastUpdateTimeMs ?? 0).ShouldBe(expected.GetProperty("last_update_timestamp").GetInt64() * 1000);
        StatusText.TryParse(job.StatusText.ValueOrDefault(), out _).ShouldBe(job.OverallStatus.ValueOr("").Length > 0);

        JsonElement[] alerts = [.. expected.GetProperty("tests").EnumerateArray()];
        job.Alerts.Select(a => a.FailCount!.Value).ShouldBe(alerts.Select(a => a.GetProperty("fail_count").GetInt32()));
        job.Alerts.Select(a => a.FailTimeMs!.Value).ShouldBe(alerts.Select(a => Milliseconds(a.GetProperty("fail_timestamp").GetInt64())));
        job.Alerts.Select(a => a.PassTimeMs ?? 0).ShouldBe(alerts.Select(a => Milliseconds(a.GetProperty("pass_timestamp").GetInt64())));
        job.Alerts.Select(a => a.FailureMessage.ValueOrDefault()!).ShouldBe(alerts.Select(a => a.GetProperty("failure_message").GetString()!));
    }

    private static long Milliseconds(long published) => published < 10_000_000_000 ? published * 1000 : published;
}

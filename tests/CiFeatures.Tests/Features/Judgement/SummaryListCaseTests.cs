using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class SummaryListCaseTests
{
    [SkippableFact]
    public void AllLinkedIssues_PeerCases_Agree() => CaseFile.RunAll(
        "summary.allLinkedIssues",
        test => FailingTests.AllLinkedIssues(CaseGrids.Rows(test, "rows")).ShouldBe(test.Texts("want").Order(StringComparer.Ordinal)));

    [SkippableFact]
    public void Summarize_PeerCases_Agree() => CaseFile.RunAll(
        "summary.failingTestSummaries",
        test =>
        {
            IReadOnlyList<FailingTestSummary> actual = FailingTests.Summarize(CaseGrids.Rows(test, "rows"));
            IReadOnlyList<JsonElement> expected = test.List("expected");
            actual.Count.ShouldBe(expected.Count);
            for (int i = 0; i < actual.Count; i++)
            {
                // A summary gives the test ids inside its links only; those are compared below.
                CaseGrids.ShouldBeAlert(actual[i].Alert with { FailTestId = "", LatestFailTestId = "" }, expected[i]);
                actual[i].DisplayName.ShouldBe(expected[i].Text("displayName"));
                actual[i].TestName.ShouldBe(expected[i].Text("testName"));
                actual[i].FailTestLink.ShouldBe(expected[i].Text("failTestLink"));
                actual[i].LatestFailTestLink.ShouldBe(expected[i].Text("latestFailTestLink"));
                actual[i].LinkedBugs.ShouldBe(expected[i].Texts("linkedBugs"));
                actual[i].FailTimestampSeconds.ShouldBe(expected[i].Long("failTimestamp"));
                actual[i].PassTimestampSeconds.ShouldBe(expected[i].Long("passTimestamp"));
            }
        });

    [SkippableFact]
    public void Fill_PeerCases_Agree() => CaseFile.RunAll(
        "summary.testResultLink",
        test =>
        {
            JsonElement template = test.At("template");
            TestResultLink link = new()
            {
                Properties = test.Map("properties"),
                TestId = test.Text("testID"),
                Target = test.Text("target"),
                BuildId = test.Text("buildID"),
                GcsPrefix = test.Text("gcsPrefix"),
                PlaceholderToHeader = test.Map("propertyToColumnHeader"),
                CustomColumnHeaders = test.Map("customColumnHeaders"),
            };
            link.Fill(template.ValueKind == JsonValueKind.Undefined ? null : Template(template)).ShouldBe(test.Text("want"));
        });

    private static LinkTemplate Template(JsonElement template) => new(
        template.Text("url"),
        template.Text("name"),
        [.. template.List("options").Select(option => KeyValuePair.Create(option.Text("key"), option.Text("value")))]);
}

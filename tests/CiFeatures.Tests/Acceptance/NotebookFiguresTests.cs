using System.Text;
using System.Text.Json.Nodes;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;
using CiFeatures.Features.Durations;
using CiFeatures.Features.Grid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The one recorded row with durations, and the fields around it, as the founding notebook prints them.</summary>
public class NotebookFiguresTests
{
    [SkippableFact]
    public void OverallRow_PrintedAnswer_HasItsThirtyDurationsInMinutes()
    {
        JsonObject answer = JsonNode.Parse(File.ReadAllText(Excerpt("metadata_EDA.reconstructed-fields.json")))!["openshift"]!.AsObject();
        JsonObject row = answer["tests"]!["[0]"]!.DeepClone().AsObject();
        row["name"] = "Overall";
        row["statuses"] = JsonNode.Parse("""[{"count":12,"value":1},{"count":1,"value":12},{"count":1,"value":1},{"count":1,"value":12},{"count":15,"value":1}]""");
        row["graphs"] = JsonNode.Parse(File.ReadAllText(Excerpt("openshift-4.2-rollback.Overall.graphs.json")));
        answer["tests"] = new JsonArray(row);
        answer["row_ids"] = new JsonArray("Overall");
        var issues = new List<DecodeIssue>();

        JobGrid grid = TableAnswerReader.Read(Encoding.UTF8.GetBytes(answer.ToJsonString()), new JobKey("redhat-openshift-ocp-release-4.2-informing", "release-openshift-origin-installer-e2e-aws-upgrade-rollback-4.1-to-4.2"), issues);

        issues.ShouldBeEmpty();
        grid.Runs.Count.ShouldBe(30);
        grid.Runs.Builds[0].ShouldBe("1372535122330390528");
        float[] minutes = grid.Tests[0].DurationMinutes!;
        minutes[0].ShouldBe((float)164.96666666666667);
        minutes[14].ShouldBe(14.4f);
        minutes[29].ShouldBe(172.05f);
        OverallRow.Find(grid).DurationMinutes(1)!.Value.ShouldBe(163.25);
        DurationStatistics statistics = DurationStatistics.Of(minutes, grid.Runs.TimesMs);
        statistics.Count.ShouldBe(30);
        statistics.MedianMinutes!.Value.ShouldBe(163.516667, 1e-4);
        statistics.MeanMinutes!.Value.ShouldBe(156.481111, 1e-4);
        foreach (GridCell cell in grid.Cells(0))
        {
            cell.Message.ShouldBe(cell.Status == CellStatus.Fail ? "Build failed outside of test results" : "");
            cell.ShortText.ShouldBe(cell.Status == CellStatus.Fail ? "F" : "");
        }
    }

    private static string Excerpt(string name) => SharedData.PathOrSkip("data", "testgrid", "notebook-excerpts", name);
}

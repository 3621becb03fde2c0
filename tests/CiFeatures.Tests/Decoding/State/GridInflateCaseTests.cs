using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Cases of TestGrid's own tests for inflating a grid: which columns lie in a window of time, and what each cell holds.</summary>
public class GridInflateCaseTests
{
    [SkippableFact]
    public void Read_PeerInflateCases_Agree() => CaseFile.RunAll("grid.inflate", Check);

    private static void Check(JsonElement test)
    {
        GridMessage message = Message(test.At("grid"));
        WireWriter writer = new();
        message.Write(writer);
        JobGrid grid = StateInputs.Grid(writer.Written, []);
        JobGrid window = GridWindow.Apply(grid, test.Time("earliest"), test.Time("latest") ?? DateTimeOffset.UnixEpoch);

        IReadOnlyList<JsonElement> expected = test.List("expected");
        window.Runs.Count.ShouldBe(expected.Count);
        for (int run = 0; run < expected.Count; run++)
        {
            JsonElement column = expected[run].At("column");
            window.Runs.Builds[run].ShouldBe(column.Text("build"));
            ((double)window.Runs.TimesMs[run]).ShouldBe(column.Number("started"));
            ColumnAssembler.NameOf(window.Info.ColumnIds.ValueOr([])[run]).ShouldBe(column.Text("name"));
            window.Runs.Headers.Select(h => h[run]).Where(v => v.Length > 0).ShouldBe(column.Texts("extra"));
            CheckColumn(message, column);
            CheckCells(window, run, expected[run].At("cells"));
        }

        foreach (TestRow row in grid.Tests.Where(r => r.LinkedBugs.Count > 0))
        {
            row.LinkedBugs.ShouldBe(test.At("wantIssues").Texts(row.Name));
        }
    }

    // The domain has no hint and no hotlists; the message has, and the writer writes the build where there is no hint.
    private static void CheckColumn(GridMessage message, JsonElement column)
    {
        ColumnMessage found = message.Columns.Single(c => c.Build == column.Text("build"));
        found.HotlistIds.ShouldBe(column.Text("hotlistIds"));
        found.HintOrBuild.ShouldBe(column.Text("hint"));
    }

    private static void CheckCells(JobGrid window, int run, JsonElement cells)
    {
        for (int test = 0; test < window.Tests.Count; test++)
        {
            TestRow row = window.Tests[test];
            if (!cells.Has(row.Name))
            {
                window[test, run].ShouldBe(CellStatus.NoResult);
                continue;
            }

            CellCursor cursor = window.Cells(test);
            for (int i = 0; i <= run; i++)
            {
                cursor.MoveNext();
            }

            JsonElement want = cells.At(row.Name);
            GridCell cell = cursor.Current;
            (cell.Status, cell.Message, cell.ShortText, cell.CellId, cell.UserProperty)
                .ShouldBe((want.Status("result"), want.Text("message"), want.Text("icon"), want.Text("cellID"), want.Text("userProperty")));
            for (int m = 0; m < row.Metrics.Count; m++)
            {
                double value = row.Metrics[m].At(run);
                JsonElement metric = want.At("metrics").At(row.MetricName(m));
                value.ShouldBe(metric.ValueKind == JsonValueKind.Undefined ? double.NaN : metric.GetDouble());
            }
        }
    }

    private static GridMessage Message(JsonElement grid)
    {
        GridMessage message = new();
        foreach (JsonElement column in grid.List("columns"))
        {
            ColumnMessage added = new()
            {
                Build = column.Text("build"),
                Name = column.Text("name"),
                Started = column.Number("started"),
                Hint = column.Text("hint"),
                HotlistIds = column.Text("hotlistIds"),
            };
            added.Extra.AddRange(column.Texts("extra"));
            message.Columns.Add(added);
        }

        foreach (JsonElement row in grid.List("rows"))
        {
            RowMessage added = new() { Name = row.Text("name"), Id = row.Text("id") };
            added.Results.AddRange([.. row.List("results").Select(e => e.GetInt32())]);
            Add(added.Messages, row.Texts("messages"));
            Add(added.Icons, row.Texts("icons"));
            Add(added.CellIds, row.Texts("cellIds"));
            Add(added.UserProperties, row.Texts("userProperty"));
            added.MetricNames.AddRange(row.Texts("metric"));
            added.Issues.AddRange(row.Texts("issues"));
            foreach (JsonElement metric in row.List("metrics"))
            {
                MetricMessage values = new() { Name = metric.Text("name") };
                values.Indices.AddRange([.. metric.List("indices").Select(e => e.GetInt32())]);
                values.Values.AddRange([.. metric.List("values").Select(e => e.GetDouble())]);
                added.Metrics.Add(values);
            }

            message.Rows.Add(added);
        }

        return message;
    }

    private static void Add(SparseTexts to, IReadOnlyList<string> texts)
    {
        foreach (string text in texts)
        {
            to.Add(text);
        }
    }
}

using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class CellCursorTests
{
    [SkippableFact]
    public void Cells_CasesOfInflateRow_Agree()
    {
        IReadOnlyList<JsonElement> cases = PeerCases.Load("row.inflate");
        cases.Count.ShouldBe(5);
        foreach (JsonElement peerCase in cases)
        {
            JsonElement row = peerCase.TryGetProperty("row", out JsonElement found) ? found : JsonElement.Parse("{}"u8);
            JsonElement[] expected = peerCase.TryGetProperty("expected", out JsonElement list) ? [.. list.EnumerateArray()] : [];
            JobGrid grid = Grid(row);

            int cells = 0;
            foreach (GridCell cell in grid.Cells(0))
            {
                Check(cell, expected[cells++], peerCase.Name());
            }

            cells.ShouldBe(expected.Length, peerCase.Name());
        }
    }

    [Fact]
    public void Cells_ListsShorterThanTheFilledCells_GiveEmptyText()
    {
        TestRow row = new() { Name = "t", Messages = ["newest"], UserProperties = Published<IReadOnlyList<string>>.Of(["p"]) };
        CellCursor cursor = new(row, [0, 12, 4, 1]);

        List<(int Run, string Message, string Short, string Property, int Filled)> seen = [];
        foreach (GridCell cell in cursor)
        {
            seen.Add((cell.Run, cell.Message, cell.ShortText, cell.UserProperty, cell.FilledIndex));
        }

        seen.ShouldBe([(0, "", "", "", -1), (1, "newest", "", "p", 0), (2, "", "", "", 1), (3, "", "", "", 2)]);
    }

    [Fact]
    public void Cells_Durations_BelongToRunsAndNotToFilledCells()
    {
        TestRow row = new() { Name = "t", DurationMinutes = [1f, float.NaN] };
        CellCursor cursor = new(row, [0, 1, 1]);

        List<float> minutes = [];
        foreach (GridCell cell in cursor)
        {
            minutes.Add(cell.DurationMinutes);
        }

        minutes.ShouldBe([1f, float.NaN, float.NaN]);
    }

    private static JobGrid Grid(JsonElement row)
    {
        RunLength.TryDecode(row.Ints("results"), 100, out byte[] statuses).ShouldBeTrue();
        TestRow test = new()
        {
            Name = "row",
            Messages = row.Texts("messages"),
            ShortTexts = row.Texts("icons"),
            CellIds = row.Texts("cellIds"),
            MetricNames = row.Texts("metric"),
            Metrics = row.TryGetProperty("metrics", out JsonElement metrics)
                ? [.. metrics.EnumerateArray().Select(m => new RowMetric(m.Text("name"), m.Ints("indices"), m.Doubles("values")))]
                : [],
        };
        RunAxis runs = new(new string[statuses.Length], new long[statuses.Length], [], []);
        return new(new("d", "j"), new(), [test], runs, statuses);
    }

    private static void Check(GridCell cell, JsonElement expected, string name)
    {
        cell.Status.ShouldBe(PeerCases.Status(expected.Text("result")), name);
        cell.Message.ShouldBe(expected.Text("message"), name);
        cell.ShortText.ShouldBe(expected.Text("icon"), name);
        cell.CellId.ShouldBe(expected.Text("cellID"), name);
        if (expected.TryGetProperty("metrics", out JsonElement metrics))
        {
            foreach (JsonProperty metric in metrics.EnumerateObject())
            {
                cell.Metric(metric.Name).ShouldBe(metric.Value.GetDouble(), name);
            }
        }
    }
}

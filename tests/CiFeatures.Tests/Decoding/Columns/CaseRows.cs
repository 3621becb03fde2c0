using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Reads rows of a case, and compares with them.</summary>
internal static class CaseRows
{
    public static GridRowDraft Row(JsonElement row, int columns)
    {
        GridRowDraft draft = new(row.Text("name"), row.Text("id")) { Results = [.. Ints(row, "results")] };
        Fill(draft.Messages.Add, row.Texts("messages"));
        Fill(draft.Icons.Add, row.Texts("icons"));
        Fill(draft.CellIds.Add, row.Texts("cellIds"));
        Fill(draft.UserProperties.Add, row.Texts("userProperty"));
        draft.Properties.AddRange(row.List("properties").Select(p => p.Map("property")));
        draft.Issues.AddRange(row.Texts("issues"));
        foreach (JsonElement metric in row.List("metrics"))
        {
            draft.Restore(Metric(metric));
        }

        draft.Restore(columns);
        return draft;
    }

    public static void ShouldBe(GridRowDraft row, JsonElement want)
    {
        row.Results.ShouldBe(Ints(want, "results"));
        row.Messages.ShouldBe(want.Texts("messages"));
        row.Icons.ShouldBe(want.Texts("icons"));
        row.CellIds.ShouldBe(want.Texts("cellIds"));
        row.UserProperties.ShouldBe(want.Texts("userProperty"));
        row.Issues.ShouldBe(want.Texts("issues"));
        row.Properties.Select(Text).Concat(Enumerable.Repeat("", row.CellIds.Count - row.Properties.Count)).ShouldBe(want.List("properties").Select(p => Text(p.Map("property"))));
        Metrics(row.Metrics).ShouldBe(Metrics(want.List("metrics").Select(Metric)));
        row.Metrics.Select(m => m.Name).Order(StringComparer.Ordinal).ShouldBe(want.Texts("metric").Order(StringComparer.Ordinal));
    }

    /// <summary>Compares a row of a grid, where lists without any text may be empty.</summary>
    public static void ShouldBe(JobGrid grid, int index, JsonElement want)
    {
        TestRow row = grid.Tests[index];
        int filled = grid.Row(index).Length - grid.Row(index).Count((byte)CellStatus.NoResult);
        (row.Name, row.Id).ShouldBe((want.Text("name"), want.Text("id")));
        RunLength.Encode(grid.Row(index)).ShouldBe(Ints(want, "results"));
        Padded(row.Messages, filled).ShouldBe(want.Texts("messages"));
        Padded(row.ShortTexts, filled).ShouldBe(want.Texts("icons"));
        Padded(row.CellIds, filled).ShouldBe(want.Texts("cellIds"));
        row.UserProperties.HasValue.ShouldBe(want.Has("userProperty"));
        row.UserProperties.ValueOr([]).ShouldBe(want.Texts("userProperty"));
        row.LinkedBugs.ShouldBe(want.Texts("issues"));
        row.MetricNames.ShouldBe(want.Texts("metric"));
        row.Metrics.Select(Text).ShouldBe(want.List("metrics").Select(Metric).Select(Text));
    }

    private static IEnumerable<int> Ints(JsonElement from, string name) => from.List(name).Select(e => e.GetInt32());

    private static IEnumerable<string> Padded(IReadOnlyList<string> texts, int count) => texts.Concat(Enumerable.Repeat("", count - texts.Count));

    private static void Fill(Action<string> add, IReadOnlyList<string> texts)
    {
        foreach (string text in texts)
        {
            add(text);
        }
    }

    private static RowMetric Metric(JsonElement metric) =>
        new(metric.Text("name"), [.. Ints(metric, "indices")], [.. metric.List("values").Select(e => e.GetDouble())]);

    private static IEnumerable<string> Metrics(IEnumerable<RowMetric> metrics) => metrics.Select(Text).Order(StringComparer.Ordinal);

    private static string Text(RowMetric metric) => $"{metric.Name}: [{string.Join(',', metric.Indices)}] [{string.Join(',', metric.Values)}]";

    private static string Text(IReadOnlyDictionary<string, string> map) => string.Join(',', map.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
}

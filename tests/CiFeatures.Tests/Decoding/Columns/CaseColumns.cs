using System.Text.Json;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Reads cells, columns and settings of a case, and compares with them.</summary>
internal static class CaseColumns
{
    public static ColumnCell Cell(JsonElement cell) => ColumnCell.Of(
        cell.Status("result"),
        [.. Metrics(cell)],
        new()
        {
            Id = cell.Text("id"),
            CellId = cell.Text("cellID"),
            Message = cell.Text("message"),
            Icon = cell.Text("icon"),
            UserProperty = cell.Text("userProperty"),
            Issues = cell.Texts("issues"),
            Properties = cell.Map("properties"),
        });

    public static IReadOnlyList<ColumnCell> Cells(JsonElement from, string name) => [.. from.List(name).Select(Cell)];

    public static GridColumn Column(JsonElement from)
    {
        JsonElement column = from.At("column");
        return new()
        {
            Build = column.Text("build"),
            Name = column.Text("name"),
            Hint = column.Text("hint"),
            StartedMs = column.Number("started"),
            Extra = column.Texts("extra"),
            EmailAddresses = column.Texts("emailAddresses"),
            Cells = [.. Named(from, "cells").OrderBy(c => c.Row, StringComparer.Ordinal)],
        };
    }

    public static IReadOnlyList<GridColumn> Columns(JsonElement from, string name) => [.. from.List(name).Select(Column)];

    public static IReadOnlyList<ColumnHeading> Headings(JsonElement group) =>
        [.. group.List("columnHeader").Select(h => new ColumnHeading(h.Text("configurationValue"), h.Text("label").Length > 0 ? h.Text("label") : h.Text("property"), h.Flag("listAllValues")))];

    public static void ShouldBe(ColumnCell cell, JsonElement expected)
    {
        ColumnCell want = Cell(expected);
        (cell.Status, cell.Detail.Icon, cell.Detail.Message, cell.Detail.UserProperty, cell.Detail.CellId, cell.Detail.Id)
            .ShouldBe((want.Status, want.Detail.Icon, want.Detail.Message, want.Detail.UserProperty, want.Detail.CellId, want.Detail.Id));
        cell.Metrics.ShouldBe(want.Metrics);
        cell.Detail.Issues.ShouldBe(want.Detail.Issues);
        cell.Detail.Properties.ShouldBe(want.Detail.Properties);
    }

    public static void ShouldBe(IEnumerable<NamedCell> cells, JsonElement expected)
    {
        IReadOnlyDictionary<string, JsonElement> want = expected.ValueKind == JsonValueKind.Undefined ? [] : expected.EnumerateObject().ToDictionary(c => c.Name, c => c.Value);
        NamedCell[] found = [.. cells];
        found.Select(c => c.Row).Order(StringComparer.Ordinal).ShouldBe(want.Keys.Order(StringComparer.Ordinal));
        foreach (NamedCell cell in found)
        {
            ShouldBe(cell.Cell, want[cell.Row]);
        }
    }

    public static void ShouldBe(GridColumn column, JsonElement expected)
    {
        GridColumn want = Column(expected);
        (column.Build, column.Name, column.Hint, column.StartedMs).ShouldBe((want.Build, want.Name, want.Hint, want.StartedMs));
        column.Extra.ShouldBe(want.Extra);
        column.EmailAddresses.ShouldBe(want.EmailAddresses);
        ShouldBe(column.Cells, expected.At("cells"));
    }

    public static void ShouldBe(IReadOnlyList<GridColumn> columns, IReadOnlyList<JsonElement> expected)
    {
        columns.Count.ShouldBe(expected.Count);
        for (int i = 0; i < columns.Count; i++)
        {
            ShouldBe(columns[i], expected[i]);
        }
    }

    private static IEnumerable<KeyValuePair<string, double>> Metrics(JsonElement cell) =>
        cell.Has("metrics") ? cell.At("metrics").EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value.GetDouble())) : [];

    private static IEnumerable<NamedCell> Named(JsonElement from, string name) =>
        from.Has(name) ? from.At(name).EnumerateObject().Select(c => new NamedCell(c.Name, Cell(c.Value))) : [];
}

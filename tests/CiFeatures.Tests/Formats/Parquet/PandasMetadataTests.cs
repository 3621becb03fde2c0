using System.Text.Json;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Parquet;

public class PandasMetadataTests
{
    private static readonly TableSchema Schema = new("t", "row",
    [
        new ColumnSchema { Name = "build", Type = ColumnType.Text },
        new ColumnSchema { Name = "log", Type = ColumnType.Text, Nullable = true },
        new ColumnSchema { Name = "count", Type = ColumnType.Int32, Nullable = true },
        new ColumnSchema { Name = "at", Type = ColumnType.TimestampMs },
    ]);

    [Fact]
    public void Of_Table_HasThePartsThatPandasLooksFor()
    {
        (string key, string value) = PandasMetadata.Of(Schema, ["build"], "1.2.3");

        using JsonDocument document = JsonDocument.Parse(value);
        JsonElement root = document.RootElement;
        key.ShouldBe("pandas");
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["index_columns", "column_indexes", "columns", "creator", "pandas_version"]);
        root.GetProperty("index_columns").EnumerateArray().Select(i => i.GetString()).ShouldBe(["build"]);
        JsonElement[] columns = [.. root.GetProperty("columns").EnumerateArray()];
        columns.Select(c => c.GetProperty("name").GetString()).ShouldBe(["log", "count", "at", "build"], "the index comes last");
        columns.ShouldAllBe(c => c.GetProperty("field_name").GetString() == c.GetProperty("name").GetString());
        columns.Select(c => c.GetProperty("pandas_type").GetString()).ShouldBe(["unicode", "int32", "datetimetz", "unicode"]);
        columns.Select(c => c.GetProperty("numpy_type").GetString()).ShouldBe(["object", "float64", "datetime64[ns]", "object"]);
        columns[2].GetProperty("metadata").GetProperty("timezone").GetString().ShouldBe("UTC");
        columns[0].GetProperty("metadata").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("column_indexes")[0].GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("creator").GetProperty("version").GetString().ShouldBe("1.2.3");
    }

    [Theory]
    [InlineData]
    [InlineData("other")]
    public void Of_IndexThatIsNoColumn_IsRefused(params string[] index)
    {
        Should.Throw<ArgumentException>(() => PandasMetadata.Of(Schema, index, "1"));
    }
}

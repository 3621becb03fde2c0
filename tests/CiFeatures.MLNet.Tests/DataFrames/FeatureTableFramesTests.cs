using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.MLNet.DataFrames;
using CiFeatures.MLNet.Tests.Support;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace CiFeatures.MLNet.Tests.DataFrames;

public class FeatureTableFramesTests
{
    [Fact]
    public void ToDataFrame_EveryColumnType_KeepsValuesAndNulls()
    {
        DataFrame frame = Samples.Table().ToDataFrame();

        frame.Rows.Count.ShouldBe(2);
        frame.Columns.Select(c => c.DataType.Name).Where((_, i) => i % 2 == 0)
            .ShouldBe(["Boolean", "SByte", "Int32", "Int64", "Single", "Double", "String", "DateTime"]);
        frame.Columns.Select(c => c.NullCount).ShouldBe(Enumerable.Range(0, 16).Select(i => (long)(i % 2)));
        frame["Int64"][0].ShouldBe(1L << 40);
        frame["Float64?"][0].ShouldBe(1.0 / 3);
        frame["TimestampMs"][0].ShouldBe(new DateTime(2020, 9, 13, 12, 26, 40, 123, DateTimeKind.Utc));
    }

    [Fact]
    public void ToFeatureTable_WithTheSchema_GivesTheSameTableBack()
    {
        FeatureTable table = Samples.Table();

        FeatureTable back = table.ToDataFrame().ToFeatureTable(Samples.Schema);

        Rows(back).ShouldBe(Rows(table));
    }

    [Fact]
    public void ToFeatureTable_WithoutSchema_TakesTypesFromTheFrame()
    {
        FeatureTable back = Samples.Table().ToDataFrame().ToFeatureTable("again");

        back.Schema.Name.ShouldBe("again");
        back.Schema.Columns.Select(c => c.Type).ShouldBe(Samples.Schema.Columns.Select(c => c.Type));
        Rows(back).ShouldBe(Rows(Samples.Table()));
    }

    [Fact]
    public void ToFeatureTable_FrameOfAnotherOrigin_WidensWithoutLoss()
    {
        var frame = new DataFrame(
            new UInt16DataFrameColumn("n", [(ushort)65_535, null]),
            new SingleDataFrameColumn("x", [0.1f, null]),
            new DateTimeDataFrameColumn("t", [new DateTime(1970, 1, 1, 0, 0, 1, DateTimeKind.Unspecified), null]));
        var schema = new TableSchema("wide", "row",
        [
            new ColumnSchema { Name = "t", Type = ColumnType.TimestampMs, Nullable = true },
            new ColumnSchema { Name = "x", Type = ColumnType.Float64, Nullable = true },
            new ColumnSchema { Name = "n", Type = ColumnType.Int64, Nullable = true },
        ]);

        FeatureTable table = frame.ToFeatureTable(schema);

        Rows(table).ShouldBe([1000L, (double)0.1f, 65_535L, null, null, null]);
    }

    [Theory]
    [InlineData("missing", ColumnType.Int64, true, "no column")]
    [InlineData("n", ColumnType.Int8, true, "Int32")]
    [InlineData("n", ColumnType.Int32, false, "1 nulls")]
    public void ToFeatureTable_SchemaDoesNotFit_NamesTableAndColumn(string column, ColumnType type, bool nullable, string says)
    {
        var frame = new DataFrame(new Int32DataFrameColumn("n", [1, null]));
        var schema = new TableSchema("odd", "row", [new ColumnSchema { Name = column, Type = type, Nullable = nullable }]);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => frame.ToFeatureTable(schema));

        error.Code.ShouldBe("CIF1482");
        error.Place.ShouldBe($"table odd, column {column}");
        error.Message.ShouldContain(says);
    }

    [Fact]
    public void ToFeatureTable_ColumnTypeThatTablesLack_NamesIt()
    {
        var frame = new DataFrame(new DecimalDataFrameColumn("money", [1m]));

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => frame.ToFeatureTable("t"));

        error.Code.ShouldBe("CIF1483");
        error.Place.ShouldBe("table t, column money");
    }

    [Fact]
    public void ToDataFrame_OfADataView_AgreesWithTheDirectWay()
    {
        IDataView view = new MLContext(1).LoadFromFeatureTable(Samples.Table());

        DataFrame viaView = view.ToDataFrame(-1);
        DataFrame direct = Samples.Table().ToDataFrame();

        foreach (string name in new[] { "Int32", "Float64", "Text", "Boolean", "TimestampMs" })
        {
            Enumerable.Range(0, 2).Select(i => viaView[name][i]).ShouldBe(Enumerable.Range(0, 2).Select(i => direct[name][i]));
        }
    }

    private static List<object?> Rows(FeatureTable table) =>
        [.. Enumerable.Range(0, table.RowCount).SelectMany(row => table.Columns.Select(c => c.ValueAt(row)))];
}

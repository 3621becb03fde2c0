using CiFeatures.Core.Tables;
using CiFeatures.Features.Description;

namespace CiFeatures.Tests.Features.Description;

public class TableDescriberTests
{
    private static readonly TableSchema Schema = new("t", "row",
    [
        new ColumnSchema { Name = "n", Type = ColumnType.Float64, Nullable = true },
        new ColumnSchema { Name = "i", Type = ColumnType.Int64 },
        new ColumnSchema { Name = "s", Type = ColumnType.Text, Nullable = true },
        new ColumnSchema { Name = "b", Type = ColumnType.Boolean },
    ]);

    [Fact]
    public void Describe_PiecesWithNulls_LeavesThemOutOfTheDenominator()
    {
        var describer = new TableDescriber(Schema);
        var builder = new FeatureTableBuilder(Schema);
        builder.AppendRow(1.0, 10L, "x", true);
        builder.AppendRow(null, 20L, null, false);
        describer.Add(builder.Take());
        builder.AppendRow(double.NaN, 30L, "y", true);
        builder.AppendRow(4.0, 40L, "y", true);
        describer.Add(builder.Take());

        IReadOnlyList<ColumnDescription> columns = describer.Describe();

        columns[0].Rows.ShouldBe(4);
        columns[0].Count.ShouldBe(2);
        columns[0].Mean.ShouldBe(2.5);
        columns[0].Std!.Value.ShouldBe(2.1213203435596424, 1e-12);
        columns[0].Q25.ShouldBe(1.75);
        columns[1].Q75.ShouldBe(32.5);
        columns[2].Unique.ShouldBe(2);
        columns[2].Top.ShouldBe("y");
        columns[2].Frequency.ShouldBe(2);
        columns[3].Top.ShouldBe("true");
    }

    [Fact]
    public void Describe_NoRows_HasCountsAndNoFigures()
    {
        IReadOnlyList<ColumnDescription> columns = new TableDescriber(Schema).Describe();

        columns[0].Count.ShouldBe(0);
        columns[0].Mean.ShouldBeNull();
        columns[2].Top.ShouldBeNull();
    }

    [Fact]
    public void Describe_OneValue_HasNoStandardDeviation()
    {
        var describer = new TableDescriber(Schema);
        var builder = new FeatureTableBuilder(Schema);
        builder.AppendRow(3.0, 1L, null, false);
        describer.Add(builder.Take());

        describer.Describe()[0].Std.ShouldBeNull();
    }
}

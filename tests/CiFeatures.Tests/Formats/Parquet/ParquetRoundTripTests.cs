using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Parquet;

public class ParquetRoundTripTests
{
    [Theory]
    [InlineData(0, ParquetCompression.Snappy, 65_536, 16_384)]
    [InlineData(1, ParquetCompression.Snappy, 65_536, 16_384)]
    [InlineData(7, ParquetCompression.Uncompressed, 3, 2)]
    [InlineData(5_000, ParquetCompression.Snappy, 65_536, 1_000)]
    [InlineData(5_000, ParquetCompression.Gzip, 1_024, 333)]
    [InlineData(20_000, ParquetCompression.Uncompressed, 9_999, 16_384)]
    public void Read_AfterWrite_GivesTheSameRows(int rows, ParquetCompression compression, int groupRows, int pageRows)
    {
        FeatureTable table = SampleTables.Everything(rows, seed: rows);
        byte[] file = ParquetFiles.Write([table], new ParquetWriterOptions { Compression = compression, RowGroupRows = groupRows, PageRows = pageRows });

        using ParquetTableReader reader = ParquetFiles.Open(file);

        SampleTables.ShouldBe(reader.Read(), table);
        reader.RowCount.ShouldBe(rows);
        reader.RowGroupCount.ShouldBe((rows + groupRows - 1) / groupRows);
        reader.Schema.Columns.Select(c => (c.Name, c.Type, c.Nullable)).ShouldBe(table.Schema.Columns.Select(c => (c.Name, c.Type, c.Nullable)));
    }

    // The second cuts row groups within runs of one and the same text.
    [Theory]
    [InlineData(65_536)]
    [InlineData(1_000)]
    public void Read_ColumnsWithRuns_GivesTheSameRows(int groupRows)
    {
        TableSchema schema = new("runs", "row",
        [
            SampleTables.Column("flag", ColumnType.Boolean, true),
            SampleTables.Column("status", ColumnType.Int8, false),
            SampleTables.Column("name", ColumnType.Text, true),
            SampleTables.Column("nothing", ColumnType.Float64, true),
        ]);
        var builder = new FeatureTableBuilder(schema);
        var random = new Random(5);
        while (builder.RowCount < 30_000)
        {
            object? flag = random.Next(3) switch { 0 => null, 1 => true, _ => false };
            object name = $"test {random.Next(40)}";
            for (int length = random.Next(1, 400); length > 0; length--)
            {
                builder.AppendRow(flag, (sbyte)(random.Next(50) == 0 ? 12 : 1), name, null);
            }
        }

        FeatureTable table = builder.Take();
        using ParquetTableReader reader = ParquetFiles.Open(ParquetFiles.Write([table], new ParquetWriterOptions { RowGroupRows = groupRows }));

        SampleTables.ShouldBe(reader.Read(), table);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Write_RowsCutInOtherPieces_GivesTheSameBytes(int seed)
    {
        FeatureTable table = SampleTables.Everything(4_000);
        var options = new ParquetWriterOptions { RowGroupRows = 1_500, RowGroupBytes = 100_000 };

        byte[] whole = ParquetFiles.Write([table], options);
        byte[] pieces = ParquetFiles.Write(SampleTables.Cut(table, seed), options, table.Schema);

        pieces.ShouldBe(whole);
    }

    [Fact]
    public void Write_ManyBytes_EndsRowGroupsEarly()
    {
        FeatureTable table = SampleTables.Everything(10_000);

        using ParquetTableReader reader = ParquetFiles.Open(ParquetFiles.Write([table], new ParquetWriterOptions { RowGroupBytes = 200_000 }));

        reader.RowGroupCount.ShouldBeGreaterThan(3);
        SampleTables.ShouldBe(reader.Read(), table);
    }

    [Fact]
    public void Read_Twice_StartsAnew()
    {
        FeatureTable table = SampleTables.Everything(100);
        using ParquetTableReader reader = ParquetFiles.Open(ParquetFiles.Write([table]));

        SampleTables.ShouldBe(reader.Read(), table);
        SampleTables.ShouldBe(reader.Read(), table);
    }

    [Fact]
    public void Write_KeyValues_ComeBackInOrder()
    {
        KeyValuePair<string, string>[] values = [new("b", "2"), new("a", "größer")];
        byte[] file = ParquetFiles.Write([SampleTables.Everything(3)], new ParquetWriterOptions { KeyValues = values, CreatedBy = "somebody" });

        using ParquetTableReader reader = ParquetFiles.Open(file);

        reader.KeyValues.ShouldBe(values);
        reader.CreatedBy.ShouldBe("somebody");
    }

    [Fact]
    public void Options_OutOfRange_NamesEachOfThem()
    {
        var options = new ParquetWriterOptions { RowGroupRows = 0, PageRows = 0, RowGroupBytes = 0, Compression = (ParquetCompression)9 };

        ArgumentException error = Should.Throw<ArgumentException>(() => new ParquetTableWriter(new MemoryStream(), SampleTables.Schema, options));

        foreach (string name in new[] { "RowGroupRows", "PageRows", "RowGroupBytes", "Compression" })
        {
            error.Message.ShouldContain(name);
        }
    }
}

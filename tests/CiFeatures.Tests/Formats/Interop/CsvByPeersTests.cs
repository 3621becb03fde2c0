using System.Text.Json;
using CiFeatures.Core.Tables;
using CiFeatures.Tests.Formats.Csv;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>pandas and DuckDB read the CSV files that are written here.</summary>
public sealed class CsvByPeersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Pandas_ReadsEveryType()
    {
        FeatureTable table = Table();
        string path = _folder.File("table.csv");
        File.WriteAllBytes(path, CsvFiles.Write(table));

        JsonElement found = Peers.PythonScript("pandas_csv.py", path, "text", "time");

        PeerColumns.ShouldBe(found, table);
    }

    [SkippableFact]
    public void DuckDb_ReadsEveryTypeAndTellsNullFromEmptyText()
    {
        FeatureTable table = Table();
        string path = _folder.File("table.csv");
        File.WriteAllBytes(path, CsvFiles.Write(table));

        PeerColumns.ShouldBe(Peers.Node("duckdb-read.mjs", path), table);
    }

    public void Dispose() => _folder.Dispose();

    private static FeatureTable Table()
    {
        TableSchema schema = new("t", "row",
        [
            SampleTables.Column("text", ColumnType.Text, false),
            SampleTables.Column("count", ColumnType.Int64, false),
            SampleTables.Column("wide", ColumnType.Float64, false),
            SampleTables.Column("wide_or_null", ColumnType.Float64, true),
            SampleTables.Column("time", ColumnType.TimestampMs, false),
            SampleTables.Column("flag", ColumnType.Boolean, false),
        ]);
        string[] texts = ["plain", "", "a,b", "say \"hi\"", "two\nlines", "ünïcode 🎉", "NA", "null", " space "];
        var builder = new FeatureTableBuilder(schema);
        var random = new Random(8);
        for (int i = 0; i < 500; i++)
        {
            builder.AppendRow(texts[i % texts.Length], random.NextInt64(long.MinValue, long.MaxValue), random.NextDouble() * Math.Pow(10, random.Next(-200, 200)), i % 3 == 0 ? null : random.NextDouble(), 1_627_477_818_000L + i * 123_457L, i % 2 == 0);
        }

        return builder.Take();
    }
}

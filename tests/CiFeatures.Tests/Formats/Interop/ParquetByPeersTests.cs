using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;
using CiFeatures.Tests.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>What is written here is read by DuckDB and hyparquet.</summary>
public sealed class ParquetByPeersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData(ParquetCompression.Snappy)]
    [InlineData(ParquetCompression.Gzip)]
    [InlineData(ParquetCompression.Uncompressed)]
    public void DuckDb_ReadsEveryTypeAndNull(ParquetCompression compression)
    {
        FeatureTable table = SampleTables.Everything(5_000, seed: 11);
        string path = Write(table, new ParquetWriterOptions { Compression = compression, RowGroupRows = 2_000, PageRows = 700, KeyValues = [new("recipe", "größer")] });

        JsonElement found = Peers.Node("duckdb-read.mjs", path);

        PeerColumns.ShouldBe(found, table);
        Type(found, "time").ShouldBe("TIMESTAMP WITH TIME ZONE");
        Type(found, "code").ShouldBe("TINYINT");
        Type(found, "flag").ShouldBe("BOOLEAN");
        Type(found, "narrow").ShouldBe("FLOAT");
        Type(found, "text").ShouldBe("VARCHAR");
        found.GetProperty("keyValues")[0].GetProperty("value").GetString().ShouldBe("größer");
        JsonElement[] chunks = [.. found.GetProperty("chunks").EnumerateArray()];
        chunks.Select(c => Text(c, "row_group")).Distinct().ShouldBe(["0", "1", "2"]);
        chunks.ShouldAllBe(c => string.Equals(Text(c, "compression"), compression.ToString(), StringComparison.OrdinalIgnoreCase));
        Chunk(chunks, "text_or_null").GetProperty("encodings").ToString().ShouldContain("RLE_DICTIONARY");
        Chunk(chunks, "code_or_null").GetProperty("encodings").ToString().ShouldContain("RLE_DICTIONARY");
        Chunk(chunks, "wide").GetProperty("encodings").ToString().ShouldContain("PLAIN");
    }

    [SkippableFact]
    public void DuckDb_SeesTheStatistics()
    {
        FeatureTable table = SampleTables.Everything(3_000, seed: 12);
        string path = Write(table, new ParquetWriterOptions { RowGroupRows = 1_000 });

        JsonElement[] chunks = [.. Peers.Node("duckdb-read.mjs", path).GetProperty("chunks").EnumerateArray()];

        for (int group = 0; group < 3; group++)
        {
            foreach (TableColumn column in table.Columns)
            {
                JsonElement chunk = chunks.Single(c => Text(c, "row_group") == group.ToString(CultureInfo.InvariantCulture) && Text(c, "name") == column.Schema.Name);
                object?[] values = [.. Enumerable.Range(group * 1000, 1000).Select(column.ValueAt)];
                Text(chunk, "nulls").ShouldBe(values.Count(v => v is null).ToString(CultureInfo.InvariantCulture));
                if (column is TableColumn<int> or TableColumn<sbyte> or TableColumn<double> or TableColumn<float> || column.Schema.Type == ColumnType.Int64)
                {
                    IEnumerable<object?> real = values.Where(v => v is not (null or double.NaN or float.NaN));
                    double min = real.Min(v => Convert.ToDouble(v, CultureInfo.InvariantCulture));
                    double max = real.Max(v => Convert.ToDouble(v, CultureInfo.InvariantCulture));
                    Bound(chunk, "min").ShouldBe(double.IsFinite(min) ? (float)min : null, column.Schema.Name);
                    Bound(chunk, "max").ShouldBe(double.IsFinite(max) ? (float)max : null, column.Schema.Name);
                }
                else if (column is TableColumn<string>)
                {
                    string[] texts = [.. values.OfType<string>().Order(StringComparer.Ordinal)];
                    Text(chunk, "min").ShouldBe(texts[0]);
                    Text(chunk, "min_exact").ShouldBe("true");
                }
            }
        }
    }

    [SkippableFact]
    public void DuckDb_FiltersByStatistics_FindsAllRows()
    {
        FeatureTable table = SampleTables.Everything(4_000, seed: 13);
        string path = Write(table, new ParquetWriterOptions { RowGroupRows = 300 });
        string query = "SELECT count(*) FILTER (count < 3)::VARCHAR AS a, (SELECT count(*) FROM read_parquet($FILE) WHERE text = 'common')::VARCHAR AS b, "
            + "(SELECT count(*) FROM read_parquet($FILE) WHERE wide > 400000 AND NOT isnan(wide))::VARCHAR AS c, (SELECT count(*) FROM read_parquet($FILE) WHERE wide = 0)::VARCHAR AS d, "
            + "(SELECT count(*) FROM read_parquet($FILE) WHERE isnan(wide))::VARCHAR AS e, (SELECT count(*) FROM read_parquet($FILE) WHERE time_or_null IS NULL)::VARCHAR AS f FROM read_parquet($FILE)";

        JsonElement answer = Peers.Node("duckdb-read.mjs", path, query).GetProperty("answer")[0];

        double[] wide = table.Column<double>("wide").Values.ToArray();
        int[] expected =
        [
            table.Column<int>("count").Values.ToArray().Count(v => v < 3),
            table.Column<string>("text").Values.ToArray().Count(v => v == "common"),
            wide.Count(v => v > 400_000),
            wide.Count(v => v == 0),
            wide.Count(double.IsNaN),
            table.Column("time_or_null").NullCount,
        ];
        "abcdef".Select(n => Text(answer, n.ToString())).ShouldBe(expected.Select(e => e.ToString(CultureInfo.InvariantCulture)));
    }

    [SkippableTheory]
    [InlineData(ParquetCompression.Snappy)]
    [InlineData(ParquetCompression.Gzip)]
    [InlineData(ParquetCompression.Uncompressed)]
    public void Hyparquet_ReadsEveryTypeAndNull(ParquetCompression compression)
    {
        FeatureTable table = SampleTables.Everything(2_500, seed: 14);
        string path = Write(table, new ParquetWriterOptions { Compression = compression, RowGroupRows = 1_000, PageRows = 300 });

        JsonElement found = Peers.Node("hyparquet-read.mjs", path);

        PeerColumns.ShouldBe(found, table);
        found.GetProperty("rowGroups").EnumerateArray().Select(g => g.GetString()).ShouldBe(["1000", "1000", "500"]);
        JsonElement times = found.GetProperty("chunks").EnumerateArray().First(c => Text(c, "name") == "time");
        long[] first = table.Column<long>("time").Values[..1000].ToArray();
        Text(times, "min").ShouldBe(first.Min().ToString(CultureInfo.InvariantCulture));
        Text(times, "max").ShouldBe(first.Max().ToString(CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public void Peers_ReadATableWithoutRows()
    {
        string path = Write(SampleTables.Everything(0), new ParquetWriterOptions());

        PeerColumns.ShouldBe(Peers.Node("duckdb-read.mjs", path), SampleTables.Everything(0));
        PeerColumns.ShouldBe(Peers.Node("hyparquet-read.mjs", path), SampleTables.Everything(0));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string? Type(JsonElement found, string column) =>
        Text(found.GetProperty("columns").EnumerateArray().Single(c => Text(c, "name") == column), "type");

    // DuckDB leaves bounds that are not finite away.
    private static float? Bound(JsonElement chunk, string name) =>
        Text(chunk, name) is { } text ? (float)double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static JsonElement Chunk(JsonElement[] chunks, string name) => chunks.First(c => Text(c, "name") == name);

    private string Write(FeatureTable table, ParquetWriterOptions options)
    {
        string path = _folder.File("table.parquet");
        File.WriteAllBytes(path, ParquetFiles.Write([table], options));
        return path;
    }
}

using System.Text;
using System.Text.Json;
using CiFeatures.Cli.Verbs.Export;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;
using CiFeatures.Tests.Formats.Interop;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Export;

public class LogTableWriterTests
{
    [Fact]
    public void Add_Logs_ComeBackWithInvalidBytesReplaced()
    {
        using var file = new MemoryStream();
        Write(file, ("3", "a\nß"u8.ToArray()), ("2", [0x61, 0xFF, 0x62]), ("1", null), ("0", []));

        using var reader = new ParquetTableReader(new MemoryStream(file.ToArray()), "logs.parquet");
        FeatureTable[] pieces = [.. reader.Read()];
        Values(pieces, "build").ShouldBe(["3", "2", "1", "0"]);
        Values(pieces, "log").ShouldBe(["a\nß", "a\uFFFDb", null, ""]);
        reader.KeyValues.ShouldHaveSingleItem().Key.ShouldBe("pandas");
    }

    [Fact]
    public void Add_LargeLogs_EndARowGroupEach()
    {
        using var file = new MemoryStream();
        byte[] log = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_600_000).Select(i => $"{i % 977} ")));
        long largest = 0;

        Write(file, [.. Enumerable.Range(0, 6).Select(i => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), (byte[]?)[.. log, (byte)('a' + i)]))]);

        using var reader = new ParquetTableReader(new MemoryStream(file.ToArray()), "logs.parquet");
        foreach (FeatureTable piece in reader.Read())
        {
            largest = Math.Max(largest, piece.RowCount);
        }

        largest.ShouldBeLessThanOrEqualTo(3);
    }

    [SkippableFact]
    public void File_ReadByDuckDb_HasTextsAndPandasMetadata()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("logs.parquet");
        using (FileStream file = File.Create(path))
        {
            Write(file, ("19", "one\ntwo"u8.ToArray()), ("18", null));
        }

        JsonElement found = Peers.Node("duckdb-read.mjs", path);

        JsonElement[] columns = [.. found.GetProperty("columns").EnumerateArray()];
        columns.Select(c => c.GetProperty("name").GetString()).ShouldBe(["build", "log"]);
        columns[0].GetProperty("values").EnumerateArray().Select(v => v.GetString()).ShouldBe(["19", "18"]);
        columns[1].GetProperty("values").EnumerateArray().Select(v => v.GetString()).ShouldBe(["one\ntwo", null]);
        JsonElement metadata = found.GetProperty("keyValues").EnumerateArray().Single(k => k.GetProperty("key").GetString() == "pandas");
        using JsonDocument pandas = JsonDocument.Parse(metadata.GetProperty("value").GetString()!);
        pandas.RootElement.GetProperty("index_columns")[0].GetString().ShouldBe("build");
    }

    [SkippableFact]
    public void File_ReadByHyparquet_HasTexts()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("logs.parquet");
        using (FileStream file = File.Create(path))
        {
            Write(file, ("19", "one\ntwo"u8.ToArray()), ("18", []));
        }

        JsonElement[] columns = [.. Peers.Node("hyparquet-read.mjs", path).GetProperty("columns").EnumerateArray()];

        columns[1].GetProperty("values").EnumerateArray().Select(v => v.GetString()).ShouldBe(["one\ntwo", ""]);
    }

    private static void Write(Stream stream, params (string Build, byte[]? Log)[] rows)
    {
        using var writer = new LogTableWriter(stream);
        foreach ((string build, byte[]? log) in rows)
        {
            writer.Add(build, log is null ? (ReadOnlyMemory<byte>?)null : log, null);
        }

        writer.Complete();
    }

    private static object?[] Values(FeatureTable[] pieces, string column) => [.. pieces.SelectMany(p => Enumerable.Range(0, p.RowCount).Select(p.Column(column).ValueAt))];
}

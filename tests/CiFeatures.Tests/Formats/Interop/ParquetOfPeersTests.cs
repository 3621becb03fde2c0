using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>What DuckDB and hyparquet-writer write is read here.</summary>
public sealed class ParquetOfPeersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Read_FilesOfDuckDb_GivesTheirValues()
    {
        JsonElement expected = Peers.Node("duckdb-write.mjs", _folder.Path);
        foreach (string file in new[] { "uncompressed-V1", "uncompressed-V2", "snappy-V1", "snappy-V2", "gzip-V1", "gzip-V2", "brotli-V1", "brotli-V2", "nodict-V2" })
        {
            using ITableReader reader = TableFile.Open(_folder.File(file + ".parquet"));
            FeatureTable found = PeerColumns.Gather(reader);

            PeerColumns.ShouldBe(expected, found);
            Dictionary<string, ColumnType> types = found.Schema.Columns.ToDictionary(c => c.Name, c => c.Type);
            types["unsigned_16"].ShouldBe(ColumnType.Int32);
            types["unsigned_32"].ShouldBe(ColumnType.Int64);
            types["unsigned_64"].ShouldBe(ColumnType.Int64);
            types["tiny"].ShouldBe(ColumnType.Int8);
            types["time_utc"].ShouldBe(ColumnType.TimestampMs);
            types["time_nanos"].ShouldBe(ColumnType.TimestampMs);
            types["day"].ShouldBe(ColumnType.TimestampMs);
            types["decimal_128"].ShouldBe(ColumnType.Float64);
        }

        foreach (string codec in new[] { "zstd", "lz4_raw" })
        {
            CiFeaturesException error = Refusal($"{codec}-V1.parquet");
            error.Code.ShouldBe(FormatErrors.UnsupportedParquet);
            error.Message.ShouldContain(codec.Replace("_", "", StringComparison.Ordinal), Case.Insensitive);
            error.Remedy.ShouldContain("Snappy");
        }

        Refusal("nested-list.parquet").Place.ShouldContain("numbers");
        Refusal("nested-struct.parquet").Place.ShouldContain("fields");
        Refusal("huge.parquet").Message.ShouldContain("18446744073709551615");
    }

    [SkippableFact]
    public void Read_CsvOfDuckDb_GivesTheirValues()
    {
        JsonElement all = Peers.Node("duckdb-write.mjs", _folder.Path);
        using ITableReader reader = TableFile.Open(_folder.File("table.csv"));
        FeatureTable found = PeerColumns.Gather(reader);
        found.Schema.Columns.Select(c => c.Type).ShouldBe(
            [ColumnType.Int32, ColumnType.Int32, ColumnType.Int64, ColumnType.Float64, ColumnType.Float64, ColumnType.Boolean, ColumnType.Text, ColumnType.Text, ColumnType.TimestampMs]);
        foreach (TableColumn column in found.Columns.Where(c => c.Schema.Name != "narrow"))
        {
            JsonElement expected = all.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("name").GetString() == column.Schema.Name);
            int row = 0;
            foreach (JsonElement value in expected.GetProperty("values").EnumerateArray())
            {
                PeerColumns.Same(value.GetString(), column.ValueAt(row), column.Schema.Type).ShouldBeTrue($"{column.Schema.Name}, row {row}: {value} and {column.ValueAt(row)}");
                row++;
            }
        }
    }

    [SkippableTheory]
    [InlineData("SNAPPY")]
    [InlineData("UNCOMPRESSED")]
    public void Read_FilesOfHyparquetWriter_GivesTheirValues(string codec)
    {
        JsonElement expected = Peers.Node("hyparquet-write.mjs", _folder.Path);

        using ITableReader reader = TableFile.Open(_folder.File($"hyparquet-{codec}.parquet"));

        PeerColumns.ShouldBe(expected, PeerColumns.Gather(reader));
        reader.Schema.Columns.Single(c => c.Name == "time").Type.ShouldBe(ColumnType.TimestampMs);
    }

    // The encodings that are not written here are damaged here too.
    [SkippableFact]
    public void Read_ChangedFilesOfPeers_NeverEndsOtherwise()
    {
        Peers.Node("hyparquet-write.mjs", _folder.Path);
        Peers.Node("duckdb-write.mjs", _folder.Path);
        foreach (string name in new[] { "hyparquet-UNCOMPRESSED", "uncompressed-V2", "nodict-V2", "brotli-V2" })
        {
            byte[] file = File.ReadAllBytes(_folder.File(name + ".parquet"));
            var random = new Random(file.Length);
            int errors = 0;
            for (int round = 0; round < 250; round++)
            {
                byte[] changed = (byte[])file.Clone();
                for (int change = random.Next(1, 30); change > 0; change--)
                {
                    changed[random.Next(changed.Length)] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
                }

                try
                {
                    using var reader = new ParquetTableReader(new MemoryStream(changed), "test.parquet");
                    reader.Read().TakeWhile((_, piece) => piece < 20).Sum(p => p.RowCount).ShouldBeGreaterThanOrEqualTo(0);
                }
                catch (CiFeaturesException error)
                {
                    errors++;
                    error.Place.ShouldContain("test.parquet");
                }
            }

            errors.ShouldBeGreaterThan(25, name);
        }
    }

    public void Dispose() => _folder.Dispose();

    private CiFeaturesException Refusal(string file) => Should.Throw<CiFeaturesException>(() =>
    {
        using ITableReader reader = TableFile.Open(_folder.File(file));
        PeerColumns.Gather(reader);
    });
}

using System.Diagnostics;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Parquet;

public class ParquetHostileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("not a parquet file at all")]
    [InlineData("PAR1............PARX")]
    [InlineData("PAR1\u007f\u007f\u007f\u007fPAR1")]
    public void Open_OtherBytes_SaysSo(string text)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => ParquetFiles.Open([.. text.Select(c => (byte)c)]));

        error.Code.ShouldBe(FormatErrors.BadParquet);
        error.Place.ShouldContain("test.parquet");
    }

    [Fact]
    public void Read_EveryTruncation_IsAnError()
    {
        byte[] file = ParquetFiles.Write([SampleTables.Everything(60)]);
        for (int length = 0; length < file.Length; length += 7)
        {
            Should.Throw<CiFeaturesException>(() => ReadAll(file[..length])).Code.ShouldBe(FormatErrors.BadParquet);
        }
    }

    // Whatever bytes change: the rows come, or an error of ours comes; soon, and without much memory.
    [Theory]
    [InlineData(ParquetCompression.Uncompressed, 1)]
    [InlineData(ParquetCompression.Snappy, 2)]
    [InlineData(ParquetCompression.Gzip, 3)]
    public void Read_ChangedBytes_NeverEndsOtherwise(ParquetCompression compression, int seed)
    {
        byte[] file = ParquetFiles.Write([SampleTables.Everything(300, seed)], new ParquetWriterOptions { Compression = compression, RowGroupRows = 130, PageRows = 50 });
        var random = new Random(seed);
        int errors = 0;
        const int Rounds = 1_500;
        long allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] changed = (byte[])file.Clone();
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                // The footer is small and matters most, so half of the changes go there.
                int at = random.Next(2) == 0 ? random.Next(changed.Length) : changed.Length - 1 - random.Next(2_000);
                changed[at] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
            }

            try
            {
                ReadAll(changed);
            }
            catch (CiFeaturesException error)
            {
                errors++;
                error.Place.ShouldContain("test.parquet");
                error.Code.ShouldBeOneOf(FormatErrors.BadParquet, FormatErrors.UnsupportedParquet);
            }
        }

        errors.ShouldBeGreaterThan(Rounds / 4);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (GC.GetTotalAllocatedBytes() - allocated).ShouldBeLessThan(Rounds * 20_000_000L);
    }

    [Fact]
    public void Read_DamagedPage_NamesRowGroupAndColumn()
    {
        byte[] file = ParquetFiles.Write([SampleTables.Everything(300)], new ParquetWriterOptions { RowGroupRows = 100 });
        using ParquetTableReader intact = ParquetFiles.Open(file);
        long page = intact.Metadata.RowGroups[1].Columns[12].Start;
        file.AsSpan((int)page, 8).Fill(0xff);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => ReadAll(file));

        error.Place.ShouldStartWith("test.parquet, row group 1, column 'text'");
    }

    private static void ReadAll(byte[] file)
    {
        using ParquetTableReader reader = ParquetFiles.Open(file);
        long rows = 0;
        foreach (FeatureTable piece in reader.Read())
        {
            rows += piece.RowCount;

            // A changed count can claim many rows that a few bytes really give; nobody has to read them all.
            if (rows > 1_000_000)
            {
                break;
            }
        }
    }
}

using System.Text;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;
using CiFeatures.Formats.Parquet.Metadata;
using CiFeatures.Formats.Parquet.Writing;

namespace CiFeatures.Tests.Formats.Parquet;

public class ParquetStatisticsTests
{
    [Fact]
    public void Statistics_NaN_IsInNeitherBound()
    {
        ChunkStatistics statistics = Of(ColumnType.Float64, double.NaN, 2.0, null, -1.5, double.NaN);

        BitConverter.ToDouble(statistics.Min!).ShouldBe(-1.5);
        BitConverter.ToDouble(statistics.Max!).ShouldBe(2.0);
        statistics.NullCount.ShouldBe(1);
    }

    [Fact]
    public void Statistics_OnlyNaN_HasNoBounds()
    {
        ChunkStatistics statistics = Of(ColumnType.Float32, float.NaN, null);

        statistics.Min.ShouldBeNull();
        statistics.Max.ShouldBeNull();
        statistics.NullCount.ShouldBe(1);
    }

    [Fact]
    public void Statistics_Zeros_CoverBothSigns()
    {
        ChunkStatistics statistics = Of(ColumnType.Float64, 0.0, 0.0);

        double.IsNegative(BitConverter.ToDouble(statistics.Min!)).ShouldBeTrue();
        double.IsNegative(BitConverter.ToDouble(statistics.Max!)).ShouldBeFalse();
    }

    [Fact]
    public void Statistics_Texts_AreOrderedByBytes()
    {
        // As chars of UTF-16 the first is smaller than the second; as bytes of UTF-8 it is greater.
        ChunkStatistics statistics = Of(ColumnType.Text, "😀", "\uffee", "b");

        statistics.Min.ShouldBe("b"u8.ToArray());
        statistics.Max.ShouldBe(Encoding.UTF8.GetBytes("😀"));
        statistics.IsMaxExact.ShouldBeTrue();
    }

    [Theory]
    [InlineData("x", 200)]
    [InlineData("ü", 70)]
    [InlineData("😀", 40)]
    [InlineData("\ud7ff", 50)]
    public void Statistics_LongTexts_AreShortBoundsInUtf8(string letter, int times)
    {
        string text = string.Concat(Enumerable.Repeat(letter, times));
        byte[] value = Encoding.UTF8.GetBytes(text);

        ChunkStatistics statistics = Of(ColumnType.Text, text);

        statistics.IsMinExact.ShouldBeFalse();
        statistics.IsMaxExact.ShouldBeFalse();
        foreach (byte[] bound in new[] { statistics.Min!, statistics.Max! })
        {
            bound.Length.ShouldBeLessThanOrEqualTo(TextBounds.MaxBytes);
            new UTF8Encoding(false, true).GetString(bound).ShouldNotBeEmpty();
        }

        statistics.Min.AsSpan().SequenceCompareTo(value).ShouldBeLessThan(0);
        statistics.Max.AsSpan().SequenceCompareTo(value).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Upper_OnlyGreatestCharacters_IsAbsent()
    {
        byte[] value = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\U0010ffff", 40)));

        TextBounds.Upper(value).ShouldBeNull();
    }

    private static ChunkStatistics Of(ColumnType type, params object?[] values)
    {
        var builder = new FeatureTableBuilder(new TableSchema("t", "row", [SampleTables.Column("c", type, true)]));
        foreach (object? value in values)
        {
            builder.AppendRow(value);
        }

        using ParquetTableReader reader = ParquetFiles.Open(ParquetFiles.Write([builder.Take()]));
        return reader.Metadata.RowGroups[0].Columns[0].Statistics!;
    }
}

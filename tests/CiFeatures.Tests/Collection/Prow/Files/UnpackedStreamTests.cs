using System.IO.Compression;
using CiFeatures.Collection.Prow.Files;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Prow.Files;

public class UnpackedStreamTests
{
    private static readonly byte[] Text = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7919 >> 5))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(131_072)]
    [InlineData(300_000)]
    public void Read_WholeMembers_GivesTheirContents(int length)
    {
        byte[] one = Pack(Text.AsSpan(0, length));

        Unpack(one, long.MaxValue).ShouldBe(Text[..length]);
        Unpack([.. one, .. one], long.MaxValue).ShouldBe([.. Text[..length], .. Text[..length]]);
    }

    [Fact]
    public void Read_CutAnywhere_IsDamaged()
    {
        byte[] packed = Pack(Text.AsSpan(0, 3000));
        for (int cut = 1; cut < packed.Length; cut++)
        {
            Should.Throw<CiFeaturesException>(() => Unpack(packed[..cut], long.MaxValue), $"cut at {cut}").Code.ShouldBe("CIF1256");
        }
    }

    [Fact]
    public void Read_OtherBytesOrSomethingBehind_IsDamaged()
    {
        Should.Throw<CiFeaturesException>(() => Unpack("plain text"u8.ToArray(), 100)).Code.ShouldBe("CIF1256");
        Should.Throw<CiFeaturesException>(() => Unpack([.. Pack("x"u8), 1, 2, 3], 100)).Code.ShouldBe("CIF1256");
        byte[] flipped = Pack(Text.AsSpan(0, 3000));
        flipped[^6] ^= 1;
        Should.Throw<CiFeaturesException>(() => Unpack(flipped, long.MaxValue)).Code.ShouldBe("CIF1256");
    }

    [Fact]
    public void Read_MoreThanTheLimit_StopsThere()
    {
        byte[] bomb = Pack(new byte[20_000_000]);

        Should.Throw<CiFeaturesException>(() => Unpack(bomb, 1_000_000)).Code.ShouldBe("CIF1254");
        Unpack(bomb, 20_000_000).Length.ShouldBe(20_000_000);
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
            gzip.Flush();
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed, long limit)
    {
        using UnpackedStream stream = new(new MemoryStream(packed), limit);
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }
}

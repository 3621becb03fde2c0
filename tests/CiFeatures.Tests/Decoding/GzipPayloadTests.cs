using System.IO.Compression;
using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Decoding;

public class GzipPayloadTests
{
    // "hello\n" as GNU gzip 1.12 writes it (gzip -n).
    private static readonly byte[] Foreign = Convert.FromHexString("1f8b0800000000000003cb48cdc9c9e7020020303a3606000000");

    [Fact]
    public void Read_ForeignGzip_IsDecompressed() => Encoding.UTF8.GetString(GzipPayload.Read(Foreign, "f").Span).ShouldBe("hello\n");

    [Fact]
    public void Read_PlainBytes_AreTheSame()
    {
        byte[] plain = Encoding.UTF8.GetBytes("{\"tests\":null}");

        GzipPayload.Read(plain, "f").Span.SequenceEqual(plain).ShouldBeTrue();
        GzipPayload.Read(ReadOnlyMemory<byte>.Empty, "f").Length.ShouldBe(0);
    }

    [Fact]
    public void Read_CutAtAnyByte_IsAnError()
    {
        byte[] whole = Compress(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 500))));
        for (int length = 2; length < whole.Length; length++)
        {
            CiFeaturesException error = Should.Throw<CiFeaturesException>(() => GzipPayload.Read(whole.AsMemory(0, length), "the file"), $"cut at {length} of {whole.Length}");
            error.Code.ShouldBe(DecodingCodes.DamagedGzip, $"cut at {length}");
            error.Place.ShouldBe("the file");
        }
    }

    [Fact]
    public void Read_ChangedByte_IsAnErrorOrTheSame()
    {
        byte[] plain = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 500)));
        byte[] whole = Compress(plain);
        for (int at = 10; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            try
            {
                GzipPayload.Read(changed, "f").Span.SequenceEqual(plain).ShouldBeTrue($"byte {at}");
            }
            catch (CiFeaturesException e)
            {
                e.Code.ShouldBe(DecodingCodes.DamagedGzip);
            }
        }
    }

    [Fact]
    public void Read_Bomb_IsAnErrorBeforeItIsWhole()
    {
        byte[] bomb = Compress(new byte[64 << 20]);

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => GzipPayload.Read(bomb, "f", new DecodeLimits { MaxDocumentBytes = 1 << 20 }));

        error.Code.ShouldBe(DecodingCodes.TooLarge);
        Should.Throw<CiFeaturesException>(() => GzipPayload.Read(new byte[100], "f", new DecodeLimits { MaxDocumentBytes = 99 })).Code.ShouldBe(DecodingCodes.TooLarge);
    }

    [Fact]
    public void Read_SeveralMembers_AreJoined()
    {
        byte[] both = [.. Compress(Encoding.UTF8.GetBytes("first ")), .. Compress(Encoding.UTF8.GetBytes("second"))];

        Encoding.UTF8.GetString(GzipPayload.Read(both, "f").Span).ShouldBe("first second");
    }

    [Fact]
    public void Read_ExactlyTheLimit_IsTaken()
    {
        GzipPayload.Read(Compress(new byte[100_000]), "f", new DecodeLimits { MaxDocumentBytes = 100_000 }).Length.ShouldBe(100_000);
    }

    private static byte[] Compress(byte[] plain)
    {
        using MemoryStream output = new();
        using (GZipStream gzip = new(output, CompressionLevel.Optimal))
        {
            gzip.Write(plain);
        }

        return output.ToArray();
    }
}

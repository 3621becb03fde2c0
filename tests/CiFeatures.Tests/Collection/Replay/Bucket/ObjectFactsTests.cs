using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Tests.Collection.Replay.Bucket;

public class ObjectFactsTests
{
    // The check value of CRC-32C in the catalogue of parametrised CRC algorithms, and the MD5 of RFC 1321's examples.
    [Fact]
    public void Of_PublishedExamples_GivesThePublishedSums()
    {
        Convert.ToHexStringLower(Convert.FromBase64String(Facts("123456789"u8.ToArray()).Crc32c)).ShouldBe("e3069283");
        Convert.ToHexStringLower(Convert.FromBase64String(Facts("abc"u8.ToArray()).Md5)).ShouldBe("900150983cd24fb0d6963f7d28e17f72");
        Convert.ToHexStringLower(Convert.FromBase64String(Facts([]).Md5)).ShouldBe("d41d8cd98f00b204e9800998ecf8427e");
        Facts([]).Crc32c.ShouldBe("AAAAAA==");
    }

    // RFC 3720, B.4.
    [Fact]
    public void Of_TheExamplesOfIscsi_GivesTheirCrc()
    {
        Convert.ToHexStringLower(Convert.FromBase64String(Facts(new byte[32]).Crc32c)).ShouldBe("8a9136aa");
        Convert.ToHexStringLower(Convert.FromBase64String(Facts([.. Enumerable.Range(0, 32).Select(i => (byte)i)]).Crc32c)).ShouldBe("46dd794e");
    }

    [Fact]
    public void Of_OtherBytesOfTheSameTime_HasAnotherGeneration()
    {
        Facts([1]).Generation.ShouldNotBe(Facts([2]).Generation);
        Facts([1]).Generation.ShouldBe(Facts([1]).Generation);
        Facts([1]).Generation.ShouldStartWith("1627477818");
    }

    private static ObjectFacts Facts(byte[] bytes) =>
        ObjectFacts.Of(new DateTimeOffset(2021, 7, 28, 13, 10, 18, TimeSpan.Zero), new MemoryBytes(bytes));
}

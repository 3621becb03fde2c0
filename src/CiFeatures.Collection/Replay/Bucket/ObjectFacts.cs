using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>What a bucket says about the bytes of an object.</summary>
/// <param name="Size">Their number.</param>
/// <param name="Md5">Their MD5, base64.</param>
/// <param name="Crc32c">Their CRC-32C (Castagnoli), big-endian, base64.</param>
/// <param name="Generation">Microseconds since 1970 of the object's time, whose fraction of a second follows from the bytes: other bytes, another generation.</param>
internal sealed record ObjectFacts(long Size, string Md5, string Crc32c, string Generation)
{
    private const int MicrosecondsPerSecond = 1_000_000;

    /// <summary>The entity tag, with its quotes.</summary>
    public string EntityTag => $"\"{Convert.ToHexStringLower(Convert.FromBase64String(Md5))}\"";

    /// <summary>Computes the facts from the bytes.</summary>
    public static ObjectFacts Of(BucketObject found, ReadOnlySpan<byte> body)
    {
        // What a bucket publishes; nothing here relies on MD5 being hard to forge.
#pragma warning disable CA5351
        byte[] md5 = MD5.HashData(body);
#pragma warning restore CA5351
        byte[] crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(body));
        long generation = (found.Updated.ToUnixTimeSeconds() * MicrosecondsPerSecond) + (BinaryPrimitives.ReadUInt32BigEndian(md5) % MicrosecondsPerSecond);
        return new ObjectFacts(body.Length, Convert.ToBase64String(md5), Convert.ToBase64String(crc), generation.ToString(CultureInfo.InvariantCulture));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}

/// <summary>Keeps what was computed about objects, since a listing needs it for all of them. Safe to use from several threads.</summary>
internal sealed class ObjectFactsCache
{
    // A snapshot does not change, so neither do the facts; the number of objects is that of the snapshot.
    private readonly ConcurrentDictionary<string, ObjectFacts> _facts = new(StringComparer.Ordinal);

    public ObjectFacts Of(BucketObject found) => _facts.GetOrAdd(found.Name, static (_, o) => ObjectFacts.Of(o, o.Body.Load(gzip: false).Span), found);
}

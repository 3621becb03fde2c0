using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>What a bucket says about the bytes of an object.</summary>
/// <param name="Size">Their number.</param>
/// <param name="Md5">Their MD5, base64.</param>
/// <param name="Crc32c">Their CRC-32C (Castagnoli), big-endian, base64.</param>
/// <param name="Generation">Microseconds since 1970 of the object's time, whose fraction of a second follows from the bytes: other bytes, another generation.</param>
internal sealed record ObjectFacts(long Size, string Md5, string Crc32c, string Generation)
{
    private const int MicrosecondsPerSecond = 1_000_000;
    private const int BufferBytes = 64 * 1024;

    /// <summary>The entity tag, with its quotes.</summary>
    public string EntityTag => $"\"{Convert.ToHexStringLower(Convert.FromBase64String(Md5))}\"";

    /// <summary>Computes the facts from the bytes, with no more of them in memory than a buffer.</summary>
    public static ObjectFacts Of(DateTimeOffset updated, BodyBytes body)
    {
        using Stream stream = body.Open(0);

        // What a bucket publishes; nothing here relies on MD5 being hard to forge.
#pragma warning disable CA5351
        using IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        uint crc = uint.MaxValue;
        long size = 0;
        byte[] buffer = new byte[BufferBytes];
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; size += read)
        {
            md5.AppendData(buffer, 0, read);
            crc = Crc(crc, buffer.AsSpan(0, read));
        }

        byte[] sum = md5.GetHashAndReset();
        byte[] crcBytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(crcBytes, ~crc);
        long generation = (updated.ToUnixTimeSeconds() * MicrosecondsPerSecond) + (BinaryPrimitives.ReadUInt32BigEndian(sum) % MicrosecondsPerSecond);
        return new ObjectFacts(size, Convert.ToBase64String(sum), Convert.ToBase64String(crcBytes), generation.ToString(CultureInfo.InvariantCulture));
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }
}

/// <summary>Keeps what was computed about objects, since a listing needs it for all of them. Safe to use from several threads.</summary>
internal sealed class ObjectFactsCache
{
    // A snapshot does not change, so neither do the facts; the number of objects is that of the snapshot.
    private readonly ConcurrentDictionary<string, ObjectFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>The facts of an object that has a body.</summary>
    public ObjectFacts Of(BucketObject found) => _facts.GetOrAdd(found.Name, static (_, o) => ObjectFacts.Of(o.Updated, o.Body!.Bytes(gzip: false)), found);
}

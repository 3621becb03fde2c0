using System.Buffers.Binary;

namespace CiFeatures.Collection.Artifacts.Hashing;

/// <summary>Reads the hashes of objects as buckets write them: base64, with commas and names in headers.</summary>
internal static class HashTexts
{
    private const int Md5Bytes = 16;

    /// <summary>CRC-32C out of four bytes in base64, the most significant first; null where it is not that.</summary>
    public static uint? Crc32C(string? base64)
    {
        Span<byte> bytes = stackalloc byte[8];
        return base64 is { Length: 8 } && Convert.TryFromBase64String(base64, bytes, out int written) && written == sizeof(uint)
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : null;
    }

    /// <summary>MD5 out of sixteen bytes in base64, as lower-case hexadecimal digits; null where it is not that.</summary>
    public static string? Md5(string? base64)
    {
        Span<byte> bytes = stackalloc byte[24];
        return base64 is { Length: 24 } && Convert.TryFromBase64String(base64, bytes, out int written) && written == Md5Bytes
            ? Convert.ToHexStringLower(bytes[..written])
            : null;
    }

    /// <summary>The value of a hash in the header <c>x-goog-hash</c>, which may come several times and may list several; null where it has none of that name.</summary>
    /// <param name="headers">The values of the header.</param>
    /// <param name="name"><c>crc32c</c> or <c>md5</c>.</param>
    public static string? Find(IReadOnlyList<string> headers, string name)
    {
        foreach (string part in headers.SelectMany(h => h.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (part.StartsWith(name, StringComparison.OrdinalIgnoreCase) && part.Length > name.Length && part[name.Length] == '=')
            {
                return part[(name.Length + 1)..];
            }
        }

        return null;
    }
}

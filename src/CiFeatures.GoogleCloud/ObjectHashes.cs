using System.Buffers.Binary;
using System.Buffers.Text;

namespace CiFeatures.GoogleCloud;

/// <summary>Reads hashes as the service writes them. What is none is null: a hash that cannot be read checks nothing and is no error.</summary>
internal static class ObjectHashes
{
    private const int Md5Bytes = 16;

    public static uint? Crc32C(string? base64) => Bytes(base64) is { Length: sizeof(uint) } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : null;

    public static string? Md5(string? base64) => Bytes(base64) is { Length: Md5Bytes } bytes ? Convert.ToHexStringLower(bytes) : null;

    /// <summary>A hash out of the values of <c>x-goog-hash</c>, which may come once with commas or several times.</summary>
    public static string? Find(IEnumerable<string> headers, string name) => headers
        .SelectMany(h => h.Split(',', StringSplitOptions.TrimEntries))
        .FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..];

    private static byte[]? Bytes(string? base64) => base64 is { Length: > 0 and <= 64 } && Base64.IsValid(base64) ? Convert.FromBase64String(base64) : null;
}

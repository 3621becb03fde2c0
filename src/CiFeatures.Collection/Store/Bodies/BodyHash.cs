using System.Security.Cryptography;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>The hash of a body as the manifest has it.</summary>
internal static class BodyHash
{
    /// <summary>SHA-256 in 64 lower-case hexadecimal digits.</summary>
    /// <param name="body">The body after content decoding.</param>
    public static string Of(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
}

using System.Buffers;
using System.IO.Compression;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Collection.Http;

/// <summary>Undoes the compression of a body. A stream that ends early is damaged, which the framework's own streams do not always say.</summary>
internal static class ContentCoding
{
    /// <summary>The codings that are asked for.</summary>
    public const string Accepted = "gzip, br";

    private const int FirstGuess = 64 * 1024;

    /// <summary>Decompresses a body.</summary>
    /// <param name="coding">The header <c>Content-Encoding</c>; empty where it is absent.</param>
    /// <param name="wire">The body as it came.</param>
    /// <param name="maxBytes">The longest body after decompression.</param>
    /// <param name="url">The address, for errors.</param>
    /// <exception cref="FetchFailure">The coding was not asked for, or the body is damaged or too long.</exception>
    public static ReadOnlyMemory<byte> Decode(string coding, ReadOnlyMemory<byte> wire, long maxBytes, Uri url) => coding.ToLowerInvariant() switch
    {
        "" or "identity" => wire,
        "gzip" or "x-gzip" => Gzip(wire, maxBytes, url),
        "br" => Brotli(wire, maxBytes, url),
        _ => throw HttpErrors.UnknownCoding(url, coding),
    };

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> wire, long maxBytes, Uri url)
    {
        if (!GzipPayload.IsGzip(wire.Span))
        {
            throw HttpErrors.Damaged(url, "it is said to be gzip and does not begin so");
        }

        try
        {
            return GzipPayload.Read(wire, url.AbsoluteUri, new DecodeLimits { MaxDocumentBytes = maxBytes });
        }
        catch (CiFeaturesException e)
        {
            throw e.Code == DecodingCodes.TooLarge ? HttpErrors.TooLong(url, maxBytes) : HttpErrors.Damaged(url, e.Message, e);
        }
    }

    private static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> wire, long maxBytes, Uri url)
    {
        byte[] body = new byte[Math.Min(FirstGuess, maxBytes)];
        int read = 0;
        int length = 0;
        using var decoder = default(BrotliDecoder);
        while (true)
        {
            OperationStatus status = decoder.Decompress(wire.Span[read..], body.AsSpan(length), out int consumed, out int written);
            read += consumed;
            length += written;
            switch (status)
            {
                case OperationStatus.Done:
                    return body.AsMemory(0, length);
                case OperationStatus.DestinationTooSmall when body.Length >= maxBytes:
                    throw HttpErrors.TooLong(url, maxBytes);
                case OperationStatus.DestinationTooSmall:
                    Array.Resize(ref body, (int)Math.Min(body.Length * 2L, maxBytes));
                    break;
                default:
                    throw HttpErrors.Damaged(url, status == OperationStatus.NeedMoreData ? "it ends early" : "it is not brotli");
            }
        }
    }
}

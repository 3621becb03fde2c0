using System.IO.Compression;

namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>Reads the body of an answer within a limit, which holds for the bytes on the wire and for the bytes after decompression.</summary>
internal static class BodyReader
{
    /// <summary>The codings that are asked for.</summary>
    public const string AcceptEncoding = "gzip, br";

    private const int PieceBytes = 64 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="response">The answer, of which only the headers were read.</param>
    /// <param name="url">The address, for errors.</param>
    /// <param name="maxBytes">The longest body.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The body after content decoding, and its length before.</returns>
    /// <exception cref="FetchFailure">It is too long, damaged, or in a coding that was not asked for.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, long TransferredBytes)> ReadAsync(HttpResponseMessage response, Uri url, long maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            throw TestGridErrors.TooLong(url, maxBytes);
        }

        Stream wire = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (wire.ConfigureAwait(false))
        {
            var bounded = new BoundedStream(wire, maxBytes);
            await using (bounded.ConfigureAwait(false))
            {
                Stream decoded = Decoded(response, bounded, url);
                await using (decoded.ConfigureAwait(false))
                {
                    try
                    {
                        ReadOnlyMemory<byte> body = await ReadToEndAsync(decoded, maxBytes, cancellationToken).ConfigureAwait(false);
                        return (body, bounded.Count);
                    }
                    catch (BodyTooLongException)
                    {
                        throw TestGridErrors.TooLong(url, maxBytes);
                    }
                    catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
                    {
                        throw TestGridErrors.Damaged(url, e);
                    }
                }
            }
        }
    }

    private static Stream Decoded(HttpResponseMessage response, Stream wire, Uri url)
    {
        string coding = string.Join(", ", response.Content.Headers.ContentEncoding);
        return coding.ToLowerInvariant() switch
        {
            "" or "identity" => wire,
            "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            _ => throw TestGridErrors.UnknownCoding(url, coding),
        };
    }

    /// <summary>Memory grows with what really comes, not with what the headers promise.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        byte[] piece = new byte[PieceBytes];
        while (await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            if (body.Length + read > maxBytes)
            {
                throw new BodyTooLongException();
            }

            body.Write(piece, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

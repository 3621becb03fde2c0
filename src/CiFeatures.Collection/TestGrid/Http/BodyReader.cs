namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>Reads the body of an answer within a limit, which holds for the bytes on the wire and for the bytes after decompression.</summary>
internal static class BodyReader
{
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

        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> wire = await ReadToEndAsync(stream, url, maxBytes, cancellationToken).ConfigureAwait(false);
            return (ContentCoding.Decode(string.Join(", ", response.Content.Headers.ContentEncoding), wire, maxBytes, url), wire.Length);
        }
    }

    /// <summary>Memory grows with what really comes, not with what the headers promise.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream stream, Uri url, long maxBytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        byte[] piece = new byte[PieceBytes];
        while (await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            if (body.Length + read > maxBytes)
            {
                throw TestGridErrors.TooLong(url, maxBytes);
            }

            body.Write(piece, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

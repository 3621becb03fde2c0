using System.Buffers;

namespace CiFeatures.Collection.Http;

/// <summary>Reads the body of an answer as it comes, within a limit.</summary>
internal static class BodyReader
{
    private const int PieceBytes = 64 * 1024;
    private const int MostPassedOver = 64 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="response">The answer, of which only the headers were read.</param>
    /// <param name="url">The address, for errors.</param>
    /// <param name="maxBytes">The longest body.</param>
    /// <param name="transferred">Told the length of each piece as it comes, also of bodies that fail later.</param>
    /// <param name="place">Waited for as the body grows.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The body before content decoding.</returns>
    /// <exception cref="FetchFailure">It is too long.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, Uri url, long maxBytes, Action<int> transferred, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            throw HttpErrors.TooLong(url, maxBytes);
        }

        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadToEndAsync(stream, url, maxBytes, transferred, place, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads past a short body that nobody wants, so that the service is done with the request before the next one begins; a long one is left.</summary>
    /// <param name="response">The answer, of which only the headers were read.</param>
    /// <param name="transferred">Told the length of each piece as it comes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task PassOverAsync(HttpResponseMessage response, Action<int> transferred, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int total = 0;
            while (total < MostPassedOver && await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                transferred(read);
                total += read;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // What matters has been said before the body.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Memory grows with what really comes, not with what the headers promise.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream stream, Uri url, long maxBytes, Action<int> transferred, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                transferred(read);
                if (body.Length + read > maxBytes)
                {
                    throw HttpErrors.TooLong(url, maxBytes);
                }

                await place.GrowsToAsync(body.Length + read, cancellationToken).ConfigureAwait(false);
                body.Write(piece, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

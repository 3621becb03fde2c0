using System.Net;

namespace CiFeatures.Collection.Http;

/// <summary>An answer that arrived whole: a body, with status 200, or the word that the body that is there is still the one, with status 304.</summary>
/// <param name="Url">The address that was asked.</param>
/// <param name="Status">200 or 304.</param>
/// <param name="Wire">The body as it came, before content decoding; empty with 304.</param>
/// <param name="Coding">The header <c>Content-Encoding</c>; empty where it is absent.</param>
/// <param name="Etag">Its entity tag; null where there was none.</param>
/// <param name="LastModified">The header <c>Last-Modified</c> as it came; null where there was none.</param>
/// <param name="FetchedAt">When it had arrived, UTC.</param>
internal sealed record FetchedBody(Uri Url, int Status, ReadOnlyMemory<byte> Wire, string Coding, string? Etag, string? LastModified, DateTimeOffset FetchedAt)
{
    /// <summary>Whether the service said that nothing has changed.</summary>
    public bool NotModified => Status == (int)HttpStatusCode.NotModified;

    /// <summary>Undoes the compression. This takes time, so it is not done while a request could go out instead.</summary>
    /// <param name="maxBytes">The longest body after decompression.</param>
    /// <exception cref="FetchFailure">The coding was not asked for, or the body is damaged or too long.</exception>
    public ReadOnlyMemory<byte> Decode(long maxBytes) => ContentCoding.Decode(Coding, Wire, maxBytes, Url);
}

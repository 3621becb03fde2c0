using System.Net.Http.Headers;

namespace CiFeatures.Collection.Http;

/// <summary>An answer whose body is still to be read. Disposing of it gives its place among the requests back.</summary>
internal sealed class OpenedAnswer(Uri url, HttpResponseMessage response, Stream body, HostGates.Gate gate, DateTimeOffset at) : IDisposable
{
    private int _ended;

    /// <summary>Gets the address that answered, after redirects.</summary>
    public Uri Url { get; } = url;

    /// <summary>Gets the status.</summary>
    public int Status { get; } = (int)response.StatusCode;

    /// <summary>Gets the body before content decoding.</summary>
    public Stream Body { get; } = body;

    /// <summary>Gets when its headers were there, UTC.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Gets the header <c>Content-Encoding</c>; empty where it is absent.</summary>
    public string Coding => string.Join(", ", response.Content.Headers.ContentEncoding);

    /// <summary>Gets the header <c>Content-Length</c>; null where it is absent.</summary>
    public long? Length => response.Content.Headers.ContentLength;

    /// <summary>Gets the header <c>Content-Range</c>; null where it is absent or unreadable.</summary>
    public ContentRangeHeaderValue? Range => response.Content.Headers.ContentRange;

    /// <summary>Gets the entity tag; null where there is none.</summary>
    public string? Etag => response.Headers.ETag?.ToString();

    /// <summary>Gets the header <c>Last-Modified</c> as it came; null where it is absent.</summary>
    public string? LastModified => response.Content.Headers.LastModified is { } modified ? HttpDate.Text(modified) : null;

    /// <summary>All values of a header, in their order; none where it is absent.</summary>
    public IReadOnlyList<string> Header(string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? [.. values] : [];

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Body.Dispose();
            response.Dispose();
            gate.Leave();
        }
    }
}

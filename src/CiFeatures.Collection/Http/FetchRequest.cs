namespace CiFeatures.Collection.Http;

/// <summary>What is asked for.</summary>
/// <param name="Url">The address.</param>
/// <param name="Etag">The entity tag of the body that is there already; null where there is none.</param>
/// <param name="LastModified">The header <c>Last-Modified</c> of the body that is there already, as it came; null where there is none.</param>
internal sealed record FetchRequest(Uri Url, string? Etag = null, string? LastModified = null)
{
    /// <summary>Whether the service may answer that nothing has changed.</summary>
    public bool IsConditional => Etag is not null || LastModified is not null;

    /// <summary>The content codings that are asked for.</summary>
    public string AcceptCoding { get; init; } = ContentCoding.Accepted;

    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether a part of the body is asked for, so that 206, 412 and 416 are answers too.</summary>
    public bool IsRanged { get; init; }

    /// <summary>A token that says who asks; null = nobody in particular.</summary>
    public string? Bearer { get; init; }

    /// <summary>The address whose scheme, host and port get the token; no other does, redirected to or not.</summary>
    public Uri? BearerFor { get; init; }

    /// <summary>Whether an address gets the token.</summary>
    public bool BearerIsFor(Uri url) => BearerFor is { } owner && Uri.Compare(owner, url, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}

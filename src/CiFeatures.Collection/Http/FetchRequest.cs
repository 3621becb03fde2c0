namespace CiFeatures.Collection.Http;

/// <summary>What is asked for.</summary>
/// <param name="Url">The address.</param>
/// <param name="Etag">The entity tag of the body that is there already; null where there is none.</param>
/// <param name="LastModified">The header <c>Last-Modified</c> of the body that is there already, as it came; null where there is none.</param>
internal sealed record FetchRequest(Uri Url, string? Etag = null, string? LastModified = null)
{
    /// <summary>Whether the service may answer that nothing has changed.</summary>
    public bool IsConditional => Etag is not null || LastModified is not null;
}

namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>A body that arrived whole, with status 200.</summary>
/// <param name="Body">The body after content decoding.</param>
/// <param name="TransferredBytes">Its length on the wire, before content decoding.</param>
/// <param name="Etag">Its entity tag; null where there was none.</param>
/// <param name="FetchedAt">When it had arrived, UTC.</param>
internal sealed record FetchedBody(ReadOnlyMemory<byte> Body, long TransferredBytes, string? Etag, DateTimeOffset FetchedAt);

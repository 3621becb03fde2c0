using System.Globalization;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Artifacts.Hashing;
using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Gcs;

/// <summary>Makes sense of the answer to a request for an object's contents.</summary>
internal static class ObjectAnswer
{
    private const string Identity = "identity";

    /// <summary>What the answer gives.</summary>
    /// <param name="answer">The answer; disposed of where it gives nothing.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="store">Asked once more from the beginning where there is nothing to go on with.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="FetchFailure">The answer holds another part than the one that was asked for.</exception>
    public static async Task<ArtifactDownload?> ToDownloadAsync(OpenedAnswer answer, ArtifactOpenRequest request, IArtifactStore store, CancellationToken cancellationToken)
    {
        switch (answer.Status)
        {
            // There is nothing after the last byte, which is all that was missing; or the object is another by now.
            case 416 when answer.Range?.Length == request.From:
                answer.Dispose();
                return new ArtifactDownload(Stream.Null) { From = request.From, TotalBytes = request.From, Generation = request.Generation, Etag = request.Etag, Status = answer.Status, Url = answer.Url.AbsoluteUri };
            case 412 or 416:
                answer.Dispose();
                return await store.OpenAsync(request with { From = 0, Generation = null, Etag = null }, cancellationToken).ConfigureAwait(false);
            case 206:
                return Part(answer, request);
            default:
                return Download(answer, 0, answer.Length);
        }
    }

    private static ArtifactDownload Part(OpenedAnswer answer, ArtifactOpenRequest request)
    {
        if (answer.Range is { From: { } from } range && from == request.From && (range.To is not { } to || range.Length is not { } length || to == length - 1))
        {
            return Download(answer, from, range.Length);
        }

        string said = answer.Range?.ToString() ?? "no range at all";
        answer.Dispose();
        throw ArtifactErrors.WrongRange(answer.Url, string.Create(CultureInfo.InvariantCulture, $"asked for bytes {request.From} to the end, got {said}."));
    }

    private static ArtifactDownload Download(OpenedAnswer answer, long from, long? total)
    {
        string coding = answer.Coding is Identity ? "" : answer.Coding;
        string? storedCoding = answer.Header("x-goog-stored-content-encoding") is [var stored, ..] ? stored == Identity ? "" : stored : null;

        // Some services and proxies pack or unpack on the way; then sizes and hashes are of other bytes than those that come.
        bool isStored = storedCoding is null || storedCoding == coding;
        IReadOnlyList<string> hashes = answer.Header("x-goog-hash");
        bool whole = isStored && from == 0;
        return new ArtifactDownload(answer.Body, answer.Dispose)
        {
            From = from,
            TotalBytes = isStored ? total : null,
            IsStored = isStored,
            NotModified = answer.Status == 304,
            ContentEncoding = coding,
            Generation = answer.Header("x-goog-generation") is [var generation, ..] ? generation : null,
            Etag = answer.Etag,
            LastModified = answer.LastModified,
            Crc32C = whole ? HashTexts.Crc32C(HashTexts.Find(hashes, "crc32c")) : null,
            Md5 = whole ? HashTexts.Md5(HashTexts.Find(hashes, "md5")) : null,
            Status = answer.Status,
            FetchedAt = answer.At,
            Url = answer.Url.AbsoluteUri,
        };
    }
}

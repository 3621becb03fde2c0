using System.Net.Http.Headers;
using CiFeatures.Collection.Artifacts;

namespace CiFeatures.GoogleCloud;

/// <summary>Knows which download a request belongs to, adds what the library has no option for, and shows the head of its answer. Safe to use from several threads.</summary>
internal sealed class MediaWatch(TimeProvider time)
{
    private readonly AsyncLocal<Opening?> _opening = new();
    private int _requests;
    private long _bytes;

    public int Requests => Volatile.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Says that the requests of this flow of control belong to a download.</summary>
    public void Begin(Opening opening) => _opening.Value = opening;

    public void Count(int bytes) => Interlocked.Add(ref _bytes, bytes);

    public void Prepare(HttpRequestMessage request)
    {
        if (_opening.Value?.Request is not { } wanted)
        {
            return;
        }

        if (wanted is { From: 0, Etag: { } etag })
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }
        else if (wanted is { From: > 0, Etag: { } part } && !part.StartsWith("W/", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("If-Range", part);
        }
    }

    public void See(HttpResponseMessage answer, bool isMedia)
    {
        Interlocked.Increment(ref _requests);
        if (!isMedia)
        {
            Interlocked.Add(ref _bytes, answer.Content.Headers.ContentLength ?? 0);
        }

        _opening.Value?.Head.TrySetResult(HeadOf(answer));
    }

    private MediaHead HeadOf(HttpResponseMessage answer)
    {
        HttpContentHeaders content = answer.Content.Headers;
        return new MediaHead
        {
            Status = answer.StatusCode,
            Url = answer.RequestMessage?.RequestUri?.AbsoluteUri ?? "",
            At = time.GetUtcNow(),
            ContentEncoding = string.Join(", ", content.ContentEncoding),
            StoredEncoding = First(answer, "x-goog-stored-content-encoding"),
            Length = content.ContentLength,
            RangeFrom = content.ContentRange?.From,
            RangeTotal = content.ContentRange?.Length,
            Generation = First(answer, "x-goog-generation"),
            Etag = First(answer, "ETag"),
            LastModified = content.TryGetValues("Last-Modified", out IEnumerable<string>? modified) ? modified.FirstOrDefault() : null,
            Hashes = answer.Headers.TryGetValues("x-goog-hash", out IEnumerable<string>? hashes) ? [.. hashes] : [],
            RetryAfter = answer.Headers.RetryAfter?.Delta ?? answer.Headers.RetryAfter?.Date - time.GetUtcNow(),
        };
    }

    private static string? First(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}

/// <summary>A request that is under way.</summary>
/// <param name="Request">What is opened; null for listings and facts.</param>
internal sealed record Opening(ArtifactOpenRequest? Request)
{
    /// <summary>The head of its answer, as soon as it is there.</summary>
    public TaskCompletionSource<MediaHead> Head { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

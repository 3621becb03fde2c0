using System.Net;
using CiFeatures.Collection.Artifacts;

namespace CiFeatures.GoogleCloud;

/// <summary>The head of an answer that carries an object: what <c>StorageClient</c> keeps to itself until the body is over, or for good.</summary>
internal sealed record MediaHead
{
    private const string Identity = "identity";

    public required HttpStatusCode Status { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset At { get; init; }

    public string ContentEncoding { get; init; } = "";

    public string? StoredEncoding { get; init; }

    public long? Length { get; init; }

    public long? RangeFrom { get; init; }

    public long? RangeTotal { get; init; }

    public string? Generation { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public IReadOnlyList<string> Hashes { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The download that this is the beginning of.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="end">Ends it.</param>
    public ArtifactDownload Download(Stream body, Action? end)
    {
        string coding = ContentEncoding is Identity ? "" : ContentEncoding;
        string? stored = StoredEncoding is Identity ? "" : StoredEncoding;
        bool isStored = stored is null || stored == coding;
        bool isPart = Status == HttpStatusCode.PartialContent;
        bool isWhole = isStored && !isPart;
        return new ArtifactDownload(body, end)
        {
            From = isPart ? RangeFrom ?? 0 : 0,
            TotalBytes = !isStored ? null : isPart ? RangeTotal : Length,
            IsStored = isStored,
            ContentEncoding = coding,
            Generation = Generation,
            Etag = Etag,
            LastModified = LastModified,
            Crc32C = isWhole ? ObjectHashes.Crc32C(ObjectHashes.Find(Hashes, "crc32c")) : null,
            Md5 = isWhole ? ObjectHashes.Md5(ObjectHashes.Find(Hashes, "md5")) : null,
            Status = (int)Status,
            FetchedAt = At,
            Url = Url,
        };
    }

    /// <summary>The download of a body that is there already.</summary>
    public ArtifactDownload Unchanged() => new(Stream.Null) { NotModified = true, Etag = Etag, Generation = Generation, LastModified = LastModified, Status = (int)Status, FetchedAt = At, Url = Url };

    /// <summary>The download of nothing, where nothing is left.</summary>
    /// <param name="from">Where it begins, which is the object's end.</param>
    public ArtifactDownload Nothing(long from) => new(Stream.Null) { From = from, TotalBytes = from, Generation = Generation, Etag = Etag, Status = (int)Status, FetchedAt = At, Url = Url };
}

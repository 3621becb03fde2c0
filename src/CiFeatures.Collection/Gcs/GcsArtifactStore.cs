using System.Globalization;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Gcs;

/// <summary>A bucket behind its JSON API.</summary>
/// <param name="urls">Its addresses.</param>
/// <param name="client">Asks.</param>
/// <param name="retries">How many requests were repetitions.</param>
/// <param name="access">Says who asks; null = nobody in particular.</param>
internal sealed class GcsArtifactStore(GcsUrls urls, PoliteClient client, Func<int> retries, GoogleAccess? access = null) : IArtifactStore
{
    public string Address => urls.Address.AbsoluteUri.TrimEnd('/');

    public string Bucket => "gs://" + urls.Bucket;

    public ArtifactStoreTraits Traits { get; } = new(ListsTrees: true, StartsAnywhere: true, GivesStoredBytes: true);

    public ArtifactTraffic Traffic => new(client.Requests, client.TransferredBytes, retries());

    public async Task<ArtifactPage> ListAsync(ArtifactListRequest request, CancellationToken cancellationToken)
    {
        Uri url = urls.List(request);
        return await FetchAsync(url, cancellationToken).ConfigureAwait(false) is { } body
            ? ObjectListJson.ReadPage(body, request, url.AbsoluteUri)
            : new ArtifactPage([], [], null);
    }

    public async Task<ArtifactObject?> FindAsync(string name, CancellationToken cancellationToken)
    {
        Uri url = urls.Facts(name);
        return await FetchAsync(url, cancellationToken).ConfigureAwait(false) is { } body ? ObjectListJson.ReadObject(body, name, url.AbsoluteUri) : null;
    }

    public async Task<ArtifactDownload?> OpenAsync(ArtifactOpenRequest request, CancellationToken cancellationToken)
    {
        bool further = request.From > 0;
        FetchRequest wanted = new(urls.Media(request.Name, further ? request.Generation : null), further ? null : request.Etag, further ? null : request.LastModified)
        {
            // The stored bytes are wanted, and only they can be asked for in parts and checked.
            AcceptCoding = "gzip",
            IsRanged = further,
            Headers = further ? RangeHeaders(request) : [],
        };
        try
        {
            OpenedAnswer answer = await client.OpenAsync(await WithTokenAsync(wanted, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return await ObjectAnswer.ToDownloadAsync(answer, request, this, cancellationToken).ConfigureAwait(false);
        }
        catch (FetchFailure e) when (e.Status == 404)
        {
            return null;
        }
    }

    public void Dispose()
    {
        // The client belongs to whoever made it.
    }

    internal static IReadOnlyList<KeyValuePair<string, string>> RangeHeaders(ArtifactOpenRequest request)
    {
        List<KeyValuePair<string, string>> headers = [new("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={request.From}-"))];

        // A weak tag says nothing about bytes, and may not stand there.
        if (request.Etag is { } etag && !etag.StartsWith("W/", StringComparison.Ordinal))
        {
            headers.Add(new("If-Range", etag));
        }

        return headers;
    }

    private async Task<ReadOnlyMemory<byte>?> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        FetchRequest wanted = await WithTokenAsync(new FetchRequest(url), cancellationToken).ConfigureAwait(false);
        try
        {
            FetchedBody answer = await client.FetchAsync(wanted, static _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false);
            return answer.Decode(MaxListingBytes);
        }
        catch (FetchFailure e) when (e.Status == 404)
        {
            return null;
        }
    }

    private const long MaxListingBytes = 64 << 20;

    private async Task<FetchRequest> WithTokenAsync(FetchRequest wanted, CancellationToken cancellationToken)
    {
        if (access is null)
        {
            return wanted;
        }

        try
        {
            return wanted with { Bearer = await access.TokenAsync(cancellationToken).ConfigureAwait(false), BearerFor = urls.Address };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw ArtifactErrors.NoToken(wanted.Url, e);
        }
    }
}

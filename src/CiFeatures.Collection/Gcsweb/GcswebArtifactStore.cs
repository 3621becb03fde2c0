using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Gcs;
using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Gcsweb;

/// <summary>A bucket behind the pages of gcsweb, for those who cannot reach the bucket itself.</summary>
/// <param name="urls">Its addresses.</param>
/// <param name="client">Asks. Files are often redirected to the storage service, which it has to be allowed to go to.</param>
/// <param name="retries">How many requests were repetitions.</param>
internal sealed class GcswebArtifactStore(GcswebUrls urls, PoliteClient client, Func<int> retries) : IArtifactStore
{
    private const long MaxPageBytes = 64 << 20;

    public string Address => urls.Address.AbsoluteUri.TrimEnd('/');

    public string Bucket => "gs://" + urls.Bucket;

    public ArtifactStoreTraits Traits { get; } = new(ListsTrees: false, StartsAnywhere: false, GivesStoredBytes: true);

    public ArtifactTraffic Traffic => new(client.Requests, client.TransferredBytes, retries());

    public async Task<ArtifactPage> ListAsync(ArtifactListRequest request, CancellationToken cancellationToken)
    {
        try
        {
            Uri url = urls.Page(request.Folder, request.Continuation);
            FetchedBody answer = await client.FetchAsync(new FetchRequest(url), static _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false);
            return ListingPage.Read(answer.Decode(MaxPageBytes).Span, urls.Of(request.Folder), urls.Bucket, request.Folder);
        }
        catch (FetchFailure e) when (e.Status == 404)
        {
            return new ArtifactPage([], [], null);
        }
    }

    public async Task<ArtifactObject?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArtifactDownload? download = await OpenAsync(new ArtifactOpenRequest(name), cancellationToken).ConfigureAwait(false);
        if (download is null)
        {
            return null;
        }

        await using (download.ConfigureAwait(false))
        {
            return new ArtifactObject(name)
            {
                Bytes = download.TotalBytes,
                Generation = download.Generation,
                ContentEncoding = download.ContentEncoding.Length == 0 ? null : download.ContentEncoding,
                Crc32C = download.Crc32C,
                Md5 = download.Md5,
            };
        }
    }

    public async Task<ArtifactDownload?> OpenAsync(ArtifactOpenRequest request, CancellationToken cancellationToken)
    {
        bool further = request.From > 0;
        FetchRequest wanted = new(urls.Of(request.Name), further ? null : request.Etag, further ? null : request.LastModified)
        {
            AcceptCoding = "gzip",
            IsRanged = further,
            Headers = further ? GcsArtifactStore.RangeHeaders(request) : [],
        };
        try
        {
            OpenedAnswer answer = await client.OpenAsync(wanted, cancellationToken).ConfigureAwait(false);
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
}

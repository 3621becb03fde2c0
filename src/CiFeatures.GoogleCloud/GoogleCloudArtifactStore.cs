using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CiFeatures.Collection.Artifacts;
using Google;
using Google.Cloud.Storage.V1;
using CloudObject = Google.Apis.Storage.v1.Data.Object;
using CloudObjects = Google.Apis.Storage.v1.Data.Objects;

namespace CiFeatures.GoogleCloud;

/// <summary>A bucket of Google Cloud Storage, read with Google's own <see cref="StorageClient"/>.</summary>
/// <remarks>
/// Objects come as they are stored, compressed where they are stored compressed, so that sizes, hashes and parts are of the same bytes; whoever
/// reads them checks the hashes, since the library's own check is of no use for parts. Safe to use from several threads.
/// </remarks>
public sealed class GoogleCloudArtifactStore : IArtifactStore
{
    private const string Fields = "name,size,generation,md5Hash,crc32c,updated,contentEncoding,metadata";
    private const int MostOnPage = 1000;
    private const long PartThatCannotBe = long.MaxValue;
    private readonly StorageClient _client;
    private readonly GoogleCloudOptions _options;
    private readonly MediaWatch _watch;
    private readonly Repetition _repetition;
    private readonly string _bucket;

    private GoogleCloudArtifactStore(StorageClient client, string bucket, GoogleCloudOptions options, MediaWatch watch, TimeProvider time)
    {
        (_client, _bucket, _options, _watch) = (client, bucket, options, watch);
        _repetition = new Repetition(options, time);
    }

    /// <inheritdoc/>
    public string Address => _client.Service.BaseUri;

    /// <inheritdoc/>
    public string Bucket => "gs://" + _bucket;

    /// <inheritdoc/>
    public ArtifactStoreTraits Traits { get; } = new(ListsTrees: true, StartsAnywhere: true, GivesStoredBytes: true);

    /// <inheritdoc/>
    public ArtifactTraffic Traffic => new(_watch.Requests, _watch.Bytes, _repetition.Retries);

    /// <summary>Opens a bucket. Nothing is asked yet, but for credentials.</summary>
    /// <param name="bucket">The bucket's name, with or without <c>gs://</c> before it.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="time">Waits between repetitions.</param>
    /// <param name="cancellationToken">Stops looking for credentials.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The credentials cannot be used (CIF1282), or an option (CIF1283).</exception>
    public static async Task<GoogleCloudArtifactStore> OpenAsync(string bucket, GoogleCloudOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        string name = OptionsCheck.BucketName(bucket);
        OptionsCheck.Require(options);
        MediaWatch watch = new(time);
        StorageClientBuilder builder = new()
        {
            ApplicationName = "cifeatures",
            HttpClientFactory = new StoredBytesFactory(watch),
            UnauthenticatedAccess = options.Credentials is null,
            BaseUri = options.Service is null ? null : options.Service.AbsoluteUri.TrimEnd('/') + "/storage/v1/",
        };
        if (options.Credentials is { } credentials)
        {
            builder.GoogleCredential = await StorageCredentials.OpenAsync(credentials, cancellationToken).ConfigureAwait(false);
        }

        return new GoogleCloudArtifactStore(await builder.BuildAsync(cancellationToken).ConfigureAwait(false), name, options, watch, time);
    }

    /// <inheritdoc/>
    public async Task<ArtifactPage> ListAsync(ArtifactListRequest request, CancellationToken cancellationToken)
    {
        ListObjectsOptions options = new()
        {
            Delimiter = request.WholeTree ? null : "/",
            StartOffset = request.StartAt,
            PageToken = request.Continuation,
            PageSize = MostOnPage,
            Fields = $"nextPageToken,prefixes,items({Fields})",
            RetryOptions = RetryOptions.Never,
        };
        CloudObjects? page = await AskAsync<CloudObjects?>($"{Bucket}/{request.Folder}", null, async _ =>
        {
            await foreach (CloudObjects answer in _client.ListObjectsAsync(_bucket, request.Folder, options).AsRawResponses().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                return answer;
            }

            return null;
        }, cancellationToken).ConfigureAwait(false);
        return page is null ? new ArtifactPage([], [], null) : PageReading.Page(page, request);
    }

    /// <inheritdoc/>
    public async Task<ArtifactObject?> FindAsync(string name, CancellationToken cancellationToken)
    {
        CloudObject? found = await AskAsync<CloudObject?>(
            $"{Bucket}/{name}",
            null,
            async _ => await _client.GetObjectAsync(_bucket, name, new GetObjectOptions { RetryOptions = RetryOptions.Never }, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return found is null ? null : PageReading.Facts(found);
    }

    /// <inheritdoc/>
    public async Task<ArtifactDownload?> OpenAsync(ArtifactOpenRequest request, CancellationToken cancellationToken)
    {
        ArtifactDownload? download = await AskAsync($"{Bucket}/{request.Name}", request, o => DownloadAsync(o, request, cancellationToken), cancellationToken).ConfigureAwait(false);

        // The object is another one by now, or shorter than what is there of it: then it begins anew.
        return download is { From: PartThatCannotBe }
            ? await OpenAsync(request with { From = 0, Generation = null, Etag = null }, cancellationToken).ConfigureAwait(false)
            : download;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<T?> AskAsync<T>(string place, ArtifactOpenRequest? request, Func<Opening, Task<T>> ask, CancellationToken cancellationToken)
    {
        Opening last = new(request);
        return await _repetition.RunAsync<T?>(
            place,
            async () =>
            {
                _watch.Begin(last = new Opening(request));
                try
                {
                    return await ask(last).ConfigureAwait(false);
                }
                catch (GoogleApiException e) when (e.HttpStatusCode == HttpStatusCode.NotFound)
                {
                    return default;
                }
            },
            () => last.Head.Task.IsCompletedSuccessfully ? last.Head.Task.Result.RetryAfter : null,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ArtifactDownload> DownloadAsync(Opening opening, ArtifactOpenRequest request, CancellationToken cancellationToken)
    {
        CancellationTokenSource giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        MediaPipe pipe = new(_options.Patience, _watch, giveUp);
        Task download = RunAsync(request, pipe, giveUp.Token);
        await Task.WhenAny(opening.Head.Task, download).ConfigureAwait(false);
        _ = EndAsync(download, giveUp);
        if (opening.Head.Task.IsCompletedSuccessfully && IsGood(opening.Head.Task.Result.Status))
        {
            return opening.Head.Task.Result.Download(pipe.Reader, () => Cancel(giveUp));
        }

        try
        {
            await download.ConfigureAwait(false);
        }
        catch (GoogleApiException e) when (WithoutBody(opening, request, e.HttpStatusCode) is { } empty)
        {
            return empty;
        }

        throw new IOException("The answer has no head.");
    }

    private static void Cancel(CancellationTokenSource giveUp)
    {
        try
        {
            giveUp.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The download is over already.
        }
    }

    // Whoever reads hears of errors through the pipe.
    private static async Task EndAsync(Task download, CancellationTokenSource giveUp)
    {
        await download.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        giveUp.Dispose();
    }

    private async Task RunAsync(ArtifactOpenRequest request, MediaPipe pipe, CancellationToken cancellationToken)
    {
        DownloadObjectOptions options = new()
        {
            Range = request.From > 0 ? new RangeHeaderValue(request.From, null) : null,
            IfGenerationMatch = request.From > 0 && long.TryParse(request.Generation, NumberStyles.None, CultureInfo.InvariantCulture, out long generation) ? generation : null,
            DownloadValidationMode = DownloadValidationMode.Never,
        };
        Exception? error = null;
        try
        {
            await _client.DownloadObjectAsync(_bucket, request.Name, pipe, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = e;
            throw;
        }
        finally
        {
            pipe.Complete(error);
        }
    }

    private static ArtifactDownload? WithoutBody(Opening opening, ArtifactOpenRequest request, HttpStatusCode status)
    {
        MediaHead head = opening.Head.Task.Result;
        return status switch
        {
            HttpStatusCode.NotModified => head.Unchanged(),
            HttpStatusCode.RequestedRangeNotSatisfiable when head.RangeTotal == request.From => head.Nothing(request.From),
            HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PreconditionFailed => head.Nothing(PartThatCannotBe),
            _ => null,
        };
    }

    private static bool IsGood(HttpStatusCode status) => status is HttpStatusCode.OK or HttpStatusCode.PartialContent;
}

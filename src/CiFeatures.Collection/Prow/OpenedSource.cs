using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Artifacts.Folders;
using CiFeatures.Collection.Gcs;
using CiFeatures.Collection.Gcsweb;
using CiFeatures.Collection.Http;

namespace CiFeatures.Collection.Prow;

/// <summary>The bucket that a collection reads, with what asks for it.</summary>
/// <param name="store">The bucket.</param>
/// <param name="client">Asks; null where nobody is asked, or where the bucket asks by itself.</param>
internal sealed class OpenedSource(IArtifactStore store, PoliteClient? client) : IDisposable
{
    /// <summary>Gets the bucket.</summary>
    public IArtifactStore Store { get; } = store;

    /// <summary>Opens what the options name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="budget">How much may be asked for.</param>
    /// <param name="handlers">Makes what carries requests.</param>
    /// <param name="time">Measures waiting.</param>
    /// <param name="reporter">Told of repetitions.</param>
    /// <param name="cancellationToken">Stops looking for credentials.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">A setting is not valid, or there are no such credentials.</exception>
    public static async Task<OpenedSource> OpenAsync(ProwCollectOptions options, TransferBudget budget, Func<HttpMessageHandler> handlers, TimeProvider time, ProwReporter reporter, CancellationToken cancellationToken)
    {
        if (options.Source == ProwSourceKind.Folder)
        {
            string folder = options.Folder ?? throw ProwErrors.BadSetting("folder", "No folder is named", "Give --folder DIR, a copy of the bucket.");
            return new OpenedSource(new FolderArtifactStore(folder), null);
        }

        if (options.Source == ProwSourceKind.GoogleCloud)
        {
            throw ProwErrors.BadSetting("source", "No bucket was opened with Google's client", "Give the collector an opened bucket of CiFeatures.GoogleCloud.");
        }

        if (options.Credentials is not null && options.Source != ProwSourceKind.Api)
        {
            throw ProwErrors.BadSetting("credentials", "Credentials are for the bucket's API only", "Leave out --credentials, or give --source api.");
        }

        GoogleAccess? access = null;
        GcsUrls urls = new(options.Api, options.Bucket);
        if (options.Credentials is { } credentials)
        {
            if (urls.Address.Scheme != Uri.UriSchemeHttps && !urls.Address.IsLoopback)
            {
                throw ProwErrors.BadSetting("api", "Credentials are not sent without encryption", "Give an address that begins with https.");
            }

            access = await GoogleAccess.OpenAsync(credentials, cancellationToken).ConfigureAwait(false);
        }

        PoliteHttpOptions http = options.Source == ProwSourceKind.Gcsweb
            ? options.Http with { AllowedHosts = [.. options.Http.AllowedHosts, urls.Address.IsDefaultPort ? urls.Address.IdnHost : urls.Address.Authority] }
            : options.Http;
        var client = new PoliteClient(http, budget, handlers, time, note => reporter.Waiting(note, http.MaxRetries));
        try
        {
            IArtifactStore store = options.Source == ProwSourceKind.Gcsweb
                ? new GcswebArtifactStore(new GcswebUrls(options.Gcsweb, options.Bucket), client, () => reporter.Retries)
                : new GcsArtifactStore(urls, client, () => reporter.Retries, access);
            return new OpenedSource(store, client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>A bucket that somebody else opened and closes.</summary>
    public static OpenedSource Of(IArtifactStore store) => new(store, null);

    public void Dispose() => client?.Dispose();
}

using CiFeatures.Collection.Artifacts;
using Google.Apis.Auth.OAuth2;

namespace CiFeatures.Collection.Gcs;

/// <summary>Gives the tokens that say who asks, out of Google's credentials.</summary>
public sealed class GoogleAccess
{
    /// <summary>What names the credentials of the machine's user or service.</summary>
    public const string Default = "default";

    private const string ReadOnlyScope = "https://www.googleapis.com/auth/devstorage.read_only";
    private readonly ITokenAccess _tokens;

    private GoogleAccess(ITokenAccess tokens) => _tokens = tokens;

    /// <summary>Opens credentials.</summary>
    /// <param name="credentials">A file as Google gives it out, or <see cref="Default"/> for those of the environment.</param>
    /// <param name="cancellationToken">Stops looking for them.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">There are none, or they are of a kind that runs programs or is not known (CIF1248).</exception>
    public static async Task<GoogleAccess> OpenAsync(string credentials, CancellationToken cancellationToken)
    {
        try
        {
            GoogleCredential credential = credentials == Default
                ? await GoogleCredential.GetApplicationDefaultAsync(cancellationToken).ConfigureAwait(false)
                : await FromFileAsync(credentials, cancellationToken).ConfigureAwait(false);
            return new GoogleAccess(credential.CreateScoped(ReadOnlyScope));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw ArtifactErrors.BadCredentials(
                $"The credentials cannot be used: {e.Message}",
                "Give the JSON file of a service account or of an authorized user, or 'default' after 'gcloud auth application-default login'; or leave it out: many buckets can be read by everybody.",
                e);
        }
    }

    /// <summary>For tests: tokens out of the air.</summary>
    internal static GoogleAccess Of(ITokenAccess tokens) => new(tokens);

    /// <summary>A token that is valid now; they are renewed when they run out.</summary>
    /// <param name="cancellationToken">Stops waiting for one.</param>
    public Task<string> TokenAsync(CancellationToken cancellationToken) => _tokens.GetAccessTokenForRequestAsync(null, cancellationToken);

    // Files of other kinds can name programs to run and addresses to ask; only these two cannot.
    private static async Task<GoogleCredential> FromFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return (await CredentialFactory.FromFileAsync<ServiceAccountCredential>(path, cancellationToken).ConfigureAwait(false)).ToGoogleCredential();
        }
        catch (InvalidOperationException)
        {
            return (await CredentialFactory.FromFileAsync<UserCredential>(path, cancellationToken).ConfigureAwait(false)).ToGoogleCredential();
        }
    }
}

using Google.Apis.Auth.OAuth2;

namespace CiFeatures.GoogleCloud;

/// <summary>Opens Google's credentials.</summary>
internal static class StorageCredentials
{
    private const string ReadOnlyScope = "https://www.googleapis.com/auth/devstorage.read_only";

    public static async Task<GoogleCredential> OpenAsync(string credentials, CancellationToken cancellationToken)
    {
        try
        {
            GoogleCredential credential = credentials == GoogleCloudOptions.DefaultCredentials
                ? await GoogleCredential.GetApplicationDefaultAsync(cancellationToken).ConfigureAwait(false)
                : await FromFileAsync(credentials, cancellationToken).ConfigureAwait(false);
            return credential.CreateScoped(ReadOnlyScope);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw GoogleCloudErrors.BadCredentials(credentials, e);
        }
    }

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

using CiFeatures.Cli.Hosting;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow;
#if WITH_GOOGLE_CLOUD
using CiFeatures.GoogleCloud;
#endif

namespace CiFeatures.Cli.Pipeline;

/// <summary>Opens buckets with Google's own client, in builds of the program that have it.</summary>
internal static class GoogleCloudSource
{
#if WITH_GOOGLE_CLOUD
    /// <summary>Whether this build has it.</summary>
    public const bool IsOn = true;
#else
    /// <summary>Whether this build has it.</summary>
    public const bool IsOn = false;
#endif

    /// <summary>The bucket; null where the collection is from another source.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">This build does not have the client (CIF1708).</exception>
    public static IArtifactStore? Open(VerbContext context, ProwCollectOptions options)
    {
        if (options.Source != ProwSourceKind.GoogleCloud)
        {
            return null;
        }

#if WITH_GOOGLE_CLOUD
        var google = new GoogleCloudOptions
        {
            Service = options.Api == new ProwCollectOptions { Http = options.Http }.Api ? null : options.Api,
            Credentials = options.Credentials,
            Retries = options.Http.MaxRetries,
        };
        return GoogleCloudArtifactStore.OpenAsync(options.Bucket, google, context.Environment.Time, context.Cancellation).GetAwaiter().GetResult();
#else
        throw CliErrors.WithoutPart(
            "--source google-cloud",
            "This build of cifeatures is without Google's client",
            "Build it where the NuGet feeds hold Google.Cloud.Storage.V1, or with -p:WithGoogleCloud=true, which says what is missing; --source api reads the same buckets.");
#endif
    }
}

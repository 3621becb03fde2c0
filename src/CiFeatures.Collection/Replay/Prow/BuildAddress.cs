namespace CiFeatures.Collection.Replay.Prow;

/// <summary>Where a build lies.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Folder">The folder, with a slash at its end.</param>
internal sealed record BuildAddress(string Bucket, string Folder)
{
    private const string Scheme = "gs://";

    /// <summary>The bucket in which builds are served whose listing does not say where they lie.</summary>
    public const string DefaultBucket = "test-platform-results";

    /// <summary>Reads the address of a listing.</summary>
    /// <param name="address">Such as <c>gs://bucket/logs/job/build/</c>; another text stands for no address.</param>
    /// <param name="job">The job.</param>
    /// <param name="build">The build's id.</param>
    public static BuildAddress Of(string? address, string job, string build)
    {
        if (address is not null && address.StartsWith(Scheme, StringComparison.Ordinal))
        {
            string[] parts = address[Scheme.Length..].Split('/', 2);
            if (parts.Length == 2 && parts[0].Length > 0 && parts[1].Trim('/').Length > 0)
            {
                return new BuildAddress(parts[0], parts[1].TrimEnd('/') + "/");
            }
        }

        return new BuildAddress(DefaultBucket, $"logs/{job}/{build}/");
    }

    /// <summary>The folder with all builds of the job, or of its runs for one pull request.</summary>
    public string Parent => Folder[..(Folder.TrimEnd('/').LastIndexOf('/') + 1)];
}

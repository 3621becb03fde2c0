namespace CiFeatures.GoogleCloud;

/// <summary>How a <see cref="GoogleCloudArtifactStore"/> asks.</summary>
public sealed record GoogleCloudOptions
{
    /// <summary>What names the credentials of the machine's user or service.</summary>
    public const string DefaultCredentials = "default";

    /// <summary>Where the service is, without <c>/storage/v1</c>; null asks Google's.</summary>
    /// <value>The default is null.</value>
    public Uri? Service { get; init; }

    /// <summary>Who asks: the file of a service account or a user as Google gives it out, <see cref="DefaultCredentials"/>, or null for nobody in particular.</summary>
    /// <value>The default is null, which is enough for buckets that everybody may read.</value>
    public string? Credentials { get; init; }

    /// <summary>How often a request is repeated that failed in a way that can pass.</summary>
    /// <value>The default is 5.</value>
    public int Retries { get; init; } = 5;

    /// <summary>How long the first repetition waits; each later one waits twice as long, and all of them up to half as long again by chance.</summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, also where the service asks for more.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long nothing may come, neither the head of an answer nor the next bytes of a body, before it counts as broken.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The seed of the chance in the waits.</summary>
    /// <value>The default is 0.</value>
    public int Seed { get; init; }
}

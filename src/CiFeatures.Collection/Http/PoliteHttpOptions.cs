namespace CiFeatures.Collection.Http;

/// <summary>The manners of a client towards a service that belongs to somebody else.</summary>
public sealed record PoliteHttpOptions
{
    /// <summary>The version in the <c>User-Agent</c> header: <c>cifeatures/&lt;version&gt;</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>How the service's owners reach whoever runs the collection, such as an address; goes into the <c>User-Agent</c> header. Empty by default.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The most requests that are on their way to one host at the same time.</summary>
    /// <value>4 by default.</value>
    public int MaxInFlight { get; init; } = 4;

    /// <summary>The most requests that begin per second and host, retries and redirects included; 0 = no limit.</summary>
    /// <value>2 by default.</value>
    public double RequestsPerSecond { get; init; } = 2;

    /// <summary>How long one request may take, its whole body included.</summary>
    /// <value>60 seconds by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest body that is taken, in bytes; holds before and after decompression.</summary>
    /// <value>256 MiB by default.</value>
    public long MaxBodyBytes { get; init; } = 256L << 20;

    /// <summary>How often a request is repeated after a failure that can pass: status 408, 429 or 5xx, a broken connection, no answer in time.</summary>
    /// <value>5 by default.</value>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The wait before the first repetition; it about doubles with each further one, with jitter.</summary>
    /// <value>1 second by default.</value>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that the client chooses itself.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a service may ask for with <c>Retry-After</c>; one that asks for more is left alone.</summary>
    /// <value>2 minutes by default.</value>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The most redirects that one request follows.</summary>
    /// <value>5 by default.</value>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Hosts beside the service's own that a redirect may lead to: a name, or name and port. Empty by default.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The seed of the jitter. It changes when requests are repeated and nothing of what is stored; give two collectors two seeds.</summary>
    /// <value>0 by default.</value>
    public int Seed { get; init; }
}

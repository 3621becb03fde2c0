using System.Net;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay;

/// <summary>What a <see cref="ReplayServer"/> serves, where, and how badly it behaves.</summary>
public sealed record ReplayOptions
{
    /// <summary>The port that is used where none is given.</summary>
    public const int DefaultPort = 8799;

    /// <summary>The bucket of Kubernetes' TestGrid, whose objects are replayed.</summary>
    public const string DefaultBucket = "k8s-testgrid";

    /// <summary>The address to listen on.</summary>
    /// <value>The default is 127.0.0.1, which other machines cannot reach.</value>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 takes any free one.</summary>
    /// <value>The default is 8799.</value>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Which snapshot of a store: an id, or <see cref="SnapshotStore.Latest"/>.</summary>
    /// <value>The default is the latest.</value>
    public string Snapshot { get; init; } = SnapshotStore.Latest;

    /// <summary>The name of the bucket that holds the state objects.</summary>
    /// <value>The default is <c>k8s-testgrid</c>.</value>
    public string Bucket { get; init; } = DefaultBucket;

    /// <summary>How long an answer takes at least.</summary>
    /// <value>The default is no delay.</value>
    public ReplayLatency Latency { get; init; } = ReplayLatency.None;

    /// <summary>Which faults happen and how often; shares of all requests that add up to at most 1.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<ReplayFault> Faults { get; init; } = [];

    /// <summary>Decides, with a request's target and how often it was asked for, which fault it meets and how long it takes.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>For how long a slow body dribbles before it goes on.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan SlowFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What <c>Retry-After</c> asks for with status 429 and 503, in whole seconds.</summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many of the newest requests <see cref="ReplayServer.Requests"/> remembers.</summary>
    /// <value>The default is 100,000.</value>
    public int RememberedRequests { get; init; } = 100_000;

    /// <summary>Gets every request, on the thread that answers it, before its last bytes leave; null when nobody wants them.</summary>
    public Action<ReplayRequest>? OnRequest { get; init; }

    /// <summary>Gets what kept a request from being answered, such as a damaged file; null when nobody wants it.</summary>
    public Action<CiFeaturesException>? OnError { get; init; }

    /// <summary>Makes sure that the settings can be used.</summary>
    /// <exception cref="CiFeaturesException">One of them cannot (CIF1261); the place names it.</exception>
    internal void Check()
    {
        Check(Port is >= 0 and <= ushort.MaxValue, "port", $"{Port} is not a port", "Give 0 (any free port) to 65535.");
        Check(IsBucketName(Bucket), "bucket", $"'{Bucket}' is not the name of a bucket", "Give 3 to 222 lower-case letters, digits, '-', '_' and '.'.");
        Check(Snapshot != SnapshotStore.All, "snapshot", "One server replays one snapshot", "Give an id or 'latest'.");
        Check(Latency.Least >= TimeSpan.Zero && Latency.Most >= Latency.Least && Latency.Most <= ReplayDuration.Longest, "latency", "The latency is not between 0 and a day", "Give a time such as 50ms, or a range such as 20ms-80ms.");
        Check(SlowFor >= TimeSpan.Zero && SlowFor <= ReplayDuration.Longest, "slow-for", "The time is not between 0 and a day", "Give a time such as 5s.");
        Check(RetryAfter >= TimeSpan.Zero && RetryAfter <= ReplayDuration.Longest, "retry-after", "The time is not between 0 and a day", "Give a number of seconds.");
        Check(RememberedRequests >= 0, "remembered-requests", "The number is negative", "Give 0 or more.");
        ReplayFault.CheckAll(Faults);
    }

    private static void Check(bool holds, string setting, string problem, string remedy)
    {
        if (!holds)
        {
            throw ReplayErrors.BadSetting(setting, problem, remedy);
        }
    }

    private static bool IsBucketName(string name) =>
        name.Length is >= 3 and <= 222 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.') && char.IsAsciiLetterOrDigit(name[0]);
}

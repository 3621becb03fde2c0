namespace CiFeatures.Collection.Harvest;

/// <summary>How a collection is worked through.</summary>
internal sealed record HarvestOptions
{
    /// <summary>How many bodies are asked for at the same time.</summary>
    public required int MaxInFlight { get; init; }

    /// <summary>The longest body, before and after decompression.</summary>
    public required long MaxBodyBytes { get; init; }

    /// <summary>How often a body that arrives damaged is asked for again.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>After how many failures in a row the service is suspected to be down.</summary>
    public required int MaxFailuresInARow { get; init; }

    /// <summary>Given what names no others instead of asking for it; null = everything is asked for.</summary>
    public Action<Wanted>? Plan { get; init; }

    /// <summary>Waits before a body is asked for again that arrived damaged so many times; 0 = it never did.</summary>
    public Func<int, CancellationToken, Task> Pause { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>How many threads decode and store.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The most bytes that have arrived and are not stored.</summary>
    public long MaxBacklogBytes { get; init; } = 64L << 20;
}

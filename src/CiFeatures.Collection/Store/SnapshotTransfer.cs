namespace CiFeatures.Collection.Store;

/// <summary>What it took to bring a snapshot over the network. It says nothing about the contents and differs between two collections of the same answers.</summary>
public sealed record SnapshotTransfer
{
    /// <summary>The number of requests that were sent, repeated ones included.</summary>
    public required long Requests { get; init; }

    /// <summary>How many of them were repetitions.</summary>
    public required long Retries { get; init; }

    /// <summary>How many answers said that the former body still holds (status 304).</summary>
    public required long NotModified { get; init; }

    /// <summary>The bytes of bodies that went over the network, before content decoding.</summary>
    public required long TransferredBytes { get; init; }

    /// <summary>How many times the collection was interrupted and taken up again; the other numbers are those of all its runs as far as they are known.</summary>
    public int Resumed { get; init; }

    /// <summary>When the collection began, UTC; null where that is not known.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When the last answer was there, UTC; null where that is not known.</summary>
    public DateTimeOffset? Finished { get; init; }
}

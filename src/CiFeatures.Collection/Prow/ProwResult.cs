using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Prow;

/// <summary>What a collection of builds did.</summary>
public sealed record ProwResult
{
    /// <summary>The manifest of the new snapshot; it lists what was left out and what builds do not have.</summary>
    public required SnapshotManifest Manifest { get; init; }

    /// <summary>The snapshot's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How many jobs were looked for.</summary>
    public required int Jobs { get; init; }

    /// <summary>How many of them have no builds.</summary>
    public required int JobsWithoutBuilds { get; init; }

    /// <summary>How many builds the jobs have.</summary>
    public required int BuildsListed { get; init; }

    /// <summary>How many builds are in the snapshot.</summary>
    public required int BuildsTaken { get; init; }

    /// <summary>How many bodies are shared with a former snapshot.</summary>
    public required int LinkedFiles { get; init; }

    /// <summary>How many bodies an interrupted collection had stored already.</summary>
    public required int RecoveredFiles { get; init; }

    /// <summary>How many files are as they were in a former snapshot, so that they were not transferred.</summary>
    public required int NotModified { get; init; }

    /// <summary>How many requests were sent this time, repetitions and redirects included.</summary>
    public required int Requests { get; init; }

    /// <summary>How many requests were repetitions.</summary>
    public required int Retries { get; init; }

    /// <summary>Bytes of bodies on the wire this time.</summary>
    public required long TransferredBytes { get; init; }

    /// <summary>How long it took this time.</summary>
    public required TimeSpan Elapsed { get; init; }
}

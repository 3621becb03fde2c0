using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection did.</summary>
public sealed record CollectResult
{
    /// <summary>The manifest of the new snapshot; its <see cref="SnapshotManifest.Skipped"/> lists what was left out.</summary>
    public required SnapshotManifest Manifest { get; init; }

    /// <summary>The snapshot's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How many bodies are shared with the former snapshot.</summary>
    public required int LinkedFiles { get; init; }

    /// <summary>How many requests were sent, repetitions and redirects included.</summary>
    public required int Requests { get; init; }

    /// <summary>How many requests were repetitions.</summary>
    public required int Retries { get; init; }

    /// <summary>Bytes of bodies on the wire, before content decoding.</summary>
    public required long TransferredBytes { get; init; }

    /// <summary>How many repairs the decoder would make to the answers that were stored; the answers are stored as they are.</summary>
    public required int IssueCount { get; init; }

    /// <summary>The first repairs.</summary>
    public required IReadOnlyList<DecodeIssue> Issues { get; init; }

    /// <summary>The snapshot's id.</summary>
    public string SnapshotId => Manifest.Id;
}

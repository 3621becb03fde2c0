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

    /// <summary>Where the grids came from; never <see cref="TestGridSourceKind.Auto"/>.</summary>
    public required TestGridSourceKind Source { get; init; }

    /// <summary>How many bodies are shared with a former snapshot.</summary>
    public required int LinkedFiles { get; init; }

    /// <summary>How many bodies an interrupted collection had stored already.</summary>
    public required int RecoveredFiles { get; init; }

    /// <summary>How many bodies the service said to be unchanged, so that they were not transferred.</summary>
    public required int NotModified { get; init; }

    /// <summary>How many requests were sent this time, repetitions and redirects included.</summary>
    public required int Requests { get; init; }

    /// <summary>How many requests were repetitions.</summary>
    public required int Retries { get; init; }

    /// <summary>Bytes of bodies on the wire this time, before content decoding.</summary>
    public required long TransferredBytes { get; init; }

    /// <summary>How long it took this time.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How many jobs the chosen dashboards have.</summary>
    public required int JobsListed { get; init; }

    /// <summary>How many jobs were chosen.</summary>
    public required int JobsChosen { get; init; }

    /// <summary>How many jobs were left out because their newest run is older than was asked for.</summary>
    public required int JobsTooOld { get; init; }

    /// <summary>How many repairs the decoder would make to the answers that were fetched; the answers are stored as they are.</summary>
    public required int IssueCount { get; init; }

    /// <summary>The first repairs.</summary>
    public required IReadOnlyList<DecodeIssue> Issues { get; init; }

    /// <summary>The snapshot's id.</summary>
    public string SnapshotId => Manifest.Id;
}

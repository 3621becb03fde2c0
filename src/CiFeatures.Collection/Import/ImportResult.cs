using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Import;

/// <summary>What an import did.</summary>
public sealed record ImportResult
{
    /// <summary>The manifest of the new snapshot; its <see cref="SnapshotManifest.Skipped"/> lists what was left out.</summary>
    public required SnapshotManifest Manifest { get; init; }

    /// <summary>The snapshot's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How many bodies are shared with the former snapshot.</summary>
    public required int LinkedFiles { get; init; }

    /// <summary>How many repairs the decoder would make to the answers that were stored; the answers are stored as they are.</summary>
    public required int IssueCount { get; init; }

    /// <summary>The first repairs, at most <see cref="MaxIssues"/>.</summary>
    public required IReadOnlyList<DecodeIssue> Issues { get; init; }

    /// <summary>How many of the repairs are kept in <see cref="Issues"/>.</summary>
    public const int MaxIssues = 1000;

    /// <summary>The snapshot's id.</summary>
    public string SnapshotId => Manifest.Id;
}

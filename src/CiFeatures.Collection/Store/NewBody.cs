namespace CiFeatures.Collection.Store;

/// <summary>What is known about a body that is about to be stored.</summary>
/// <param name="Path">Where to put it, from <see cref="SnapshotPaths"/>; it is compressed where the path ends with <c>.gz</c>.</param>
public sealed record NewBody(string Path)
{
    /// <summary>The dashboard's true name; null where the body belongs to none.</summary>
    public string? Dashboard { get; init; }

    /// <summary>The job's true name; null where the body belongs to none.</summary>
    public string? Job { get; init; }

    /// <summary>The build's id; null where the body belongs to no build of a Prow job.</summary>
    public string? Build { get; init; }

    /// <summary>The true path below the build's folder, with <c>/</c>; null where the body is no file of a build.</summary>
    public string? Artifact { get; init; }

    /// <summary>Where the body came from; empty for imports.</summary>
    public string Url { get; init; } = "";

    /// <summary>The HTTP status of the answer; null for imports.</summary>
    public int? Status { get; init; }

    /// <summary>When the answer was received, UTC; null for imports.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The answer's entity tag; null where there was none.</summary>
    public string? Etag { get; init; }

    /// <summary>The text of the answer's <c>Last-Modified</c> header, as it came, so that it can be sent back; null where there was none.</summary>
    public string? LastModified { get; init; }

    /// <summary>The number of tests in the grid; null where the body has no grid or was not decoded.</summary>
    public int? Tests { get; init; }

    /// <summary>The number of runs in the grid; null where the body has no grid or was not decoded.</summary>
    public int? Runs { get; init; }
}

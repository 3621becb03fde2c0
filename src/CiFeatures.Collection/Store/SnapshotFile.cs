using System.Text.Json.Serialization;

namespace CiFeatures.Collection.Store;

/// <summary>What the manifest says about one stored body.</summary>
public sealed record SnapshotFile
{
    /// <summary>Where the body lies, relative to the snapshot's folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The dashboard's true name; null where the body belongs to none.</summary>
    public string? Dashboard { get; init; }

    /// <summary>The job's true name; null where the body belongs to none.</summary>
    public string? Job { get; init; }

    /// <summary>The build's id; null where the body belongs to no build of a Prow job.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Build { get; init; }

    /// <summary>The true path below the build's folder, with <c>/</c>; null where the body is no file of a build.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Artifact { get; init; }

    /// <summary>Where the body came from; empty for imports.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>The HTTP status of the answer: 200, or 304 where the service said that the body of a former snapshot still holds; null for imports.</summary>
    public int? Status { get; init; }

    /// <summary>SHA-256 of the body after content decoding, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the body after content decoding.</summary>
    public required long Bytes { get; init; }

    /// <summary>When the answer was received, UTC; null for imports, where it is not known.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The answer's entity tag; null where there was none.</summary>
    public string? Etag { get; init; }

    /// <summary>The text of the answer's <c>Last-Modified</c> header, as it came, so that it can be sent back; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastModified { get; init; }

    /// <summary>The number of tests in the grid; null where the body has no grid or was not decoded.</summary>
    public int? Tests { get; init; }

    /// <summary>The number of runs in the grid; null where the body has no grid or was not decoded.</summary>
    public int? Runs { get; init; }

    /// <summary>The number of cells in the grid, blank ones included; null where the body has no grid or was not decoded.</summary>
    public long? Cells { get; init; }

    /// <summary>What kind of answer it is; follows from the path.</summary>
    [JsonIgnore]
    public SnapshotFileKind Kind => SnapshotPaths.KindOf(Path);
}

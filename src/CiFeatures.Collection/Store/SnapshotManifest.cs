using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CiFeatures.Collection.Store;

/// <summary>The contents of <c>manifest.json</c>: what a snapshot holds and what it lacks.</summary>
public sealed record SnapshotManifest
{
    /// <summary>The schema that this version writes.</summary>
    public const string CurrentSchema = "cifeatures/snapshot/v1";

    /// <summary>The schema's name and version.</summary>
    public required string Schema { get; init; }

    /// <summary>The snapshot's id, which is also its folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>When the snapshot was made, UTC, whole seconds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Where the contents came from.</summary>
    public required SnapshotSource Source { get; init; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of one line for each file in the order of <see cref="Files"/>:
    /// path, tab, SHA-256 of the body, tab, length of the body, line feed. It does not depend on when or from where the files came.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>What it took to collect the snapshot; null for imports and in manifests of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SnapshotTransfer? Transfer { get; init; }

    /// <summary>Totals over <see cref="Files"/>.</summary>
    public required SnapshotCounts Counts { get; init; }

    /// <summary>The stored bodies in ordinal order of their paths.</summary>
    public required IReadOnlyList<SnapshotFile> Files { get; init; }

    /// <summary>What was left out and why, in ordinal order.</summary>
    public required IReadOnlyList<SkippedItem> Skipped { get; init; }

    /// <summary>Files that builds were asked for and do not have, in ordinal order of jobs, builds and paths. They are neither skipped nor errors. Null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MissingFile>? Missing { get; init; }

    internal static SnapshotManifest Create(string id, DateTimeOffset created, SnapshotSource source, IEnumerable<SnapshotFile> files, IEnumerable<SkippedItem> skipped, SnapshotTransfer? transfer = null, IEnumerable<MissingFile>? missing = null)
    {
        List<MissingFile> sortedMissing = [.. (missing ?? []).OrderBy(m => m.Job, StringComparer.Ordinal).ThenBy(m => m.Build, StringComparer.Ordinal).ThenBy(m => m.Path, StringComparer.Ordinal)];
        List<SnapshotFile> sortedFiles = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        List<SkippedItem> sortedSkips = [.. skipped.OrderBy(s => s.Item, StringComparer.Ordinal).ThenBy(s => s.Reason, StringComparer.Ordinal)];
        return new SnapshotManifest
        {
            Schema = CurrentSchema,
            Id = id,
            Created = created,
            Source = source,
            Fingerprint = FingerprintOf(sortedFiles),
            Transfer = transfer,
            Counts = SnapshotCounts.Of(sortedFiles, sortedSkips, sortedMissing),
            Files = sortedFiles,
            Skipped = sortedSkips,
            Missing = sortedMissing.Count > 0 ? sortedMissing : null,
        };
    }

    internal static string FingerprintOf(IEnumerable<SnapshotFile> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SnapshotFile file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\t{file.Sha256}\t{file.Bytes}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

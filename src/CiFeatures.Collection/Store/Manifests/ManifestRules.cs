using System.Buffers;

namespace CiFeatures.Collection.Store.Manifests;

/// <summary>What has to hold in a manifest beyond its JSON form.</summary>
internal static class ManifestRules
{
    private const int Sha256HexDigits = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The first rule that is broken, as a sentence; null when all hold.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="id">The id that it has to have.</param>
    public static string? FirstViolation(SnapshotManifest manifest, string id)
    {
        if (!string.Equals(manifest.Id, id, StringComparison.Ordinal))
        {
            return $"it says that it belongs to snapshot '{manifest.Id}', but its folder is '{id}'.";
        }

        if (!SnapshotId.TryParse(manifest.Id, out SnapshotId parsed) || parsed.Created != manifest.Created)
        {
            return $"its time {manifest.Created:O} is not the one in its id '{id}'.";
        }

        return FilesViolation(manifest.Files) ?? TotalsViolation(manifest);
    }

    private static string? FilesViolation(IReadOnlyList<SnapshotFile> files)
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        string former = "";
        for (int i = 0; i < files.Count; i++)
        {
            SnapshotFile? file = files[i];
            if (file is null)
            {
                return $"file {i} is null.";
            }

            if (!SnapshotPaths.IsSafe(file.Path))
            {
                return $"the path of file {i}, '{file.Path}', is not a path inside the snapshot.";
            }

            if (!paths.Add(file.Path))
            {
                return $"the path '{file.Path}' occurs twice (file {i}).";
            }

            if (string.CompareOrdinal(former, file.Path) > 0)
            {
                return $"the files are not in ordinal order ('{file.Path}', file {i}).";
            }

            if (EntryViolation(file) is { } violation)
            {
                return $"'{file.Path}' (file {i}) {violation}";
            }

            former = file.Path;
        }

        return null;
    }

    /// <summary>What is wrong with one entry, as the rest of a sentence; null when nothing is.</summary>
    /// <param name="file">The entry.</param>
    public static string? EntryViolation(SnapshotFile file)
    {
        if (file.Sha256.Length != Sha256HexDigits || file.Sha256.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return $"has the hash '{file.Sha256}', expected {Sha256HexDigits} lower-case hexadecimal digits.";
        }

        if (file.Bytes < 0 || file.Tests < 0 || file.Runs < 0 || file.Cells < 0)
        {
            return "has a negative count.";
        }

        if (file.Tests is { } tests && file.Runs is { } runs && file.Cells != (long)tests * runs)
        {
            return $"has {file.Cells} cells, expected {tests} tests times {runs} runs.";
        }

        return SnapshotPaths.BelongsTo(file.Path, file.Dashboard, file.Job, file.Build, file.Artifact) ? null
            : file.Build is null ? $"is not the path of dashboard '{file.Dashboard}' and job '{file.Job}'."
            : $"is not the path of job '{file.Job}', build '{file.Build}' and file '{file.Artifact}'.";
    }

    private static string? TotalsViolation(SnapshotManifest manifest)
    {
        if (manifest.Skipped.Any(s => s is null))
        {
            return "an entry of what was skipped is null.";
        }

        if (manifest.Missing?.Any(m => m is null) == true)
        {
            return "an entry of what was missing is null.";
        }

        long left = long.MaxValue;
        foreach (SnapshotFile file in manifest.Files)
        {
            if (file.Bytes > left || file.Cells > left)
            {
                return "its sizes add up to more than can be counted.";
            }

            left -= Math.Max(file.Bytes, file.Cells ?? 0);
        }

        SnapshotCounts counted = SnapshotCounts.Of(manifest.Files, manifest.Skipped, manifest.Missing ?? []);
        if (manifest.Counts != counted)
        {
            return $"its counts ({manifest.Counts}) are not those of its files ({counted}).";
        }

        string fingerprint = SnapshotManifest.FingerprintOf(manifest.Files);
        return string.Equals(manifest.Fingerprint, fingerprint, StringComparison.Ordinal)
            ? null
            : $"its fingerprint is '{manifest.Fingerprint}', that of its list of files is '{fingerprint}'.";
    }
}

using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.Store;

/// <summary>Checks that a store still holds what was written into it.</summary>
public static class StoreVerification
{
    /// <summary>Checks every file of some snapshots: there, no others, length, hash, decompression, decoding.</summary>
    /// <param name="store">The store.</param>
    /// <param name="selector"><see cref="SnapshotStore.Latest"/>, <see cref="SnapshotStore.All"/> or an id.</param>
    /// <param name="progress">Gets the path of each file before it is checked; may be null.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>Every problem found; checking goes on after each.</returns>
    /// <exception cref="CiFeaturesException">There is no such snapshot.</exception>
    public static VerificationReport Run(SnapshotStore store, string selector, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ids = store.Resolve(selector);
        List<VerificationProblem> problems = [];
        int files = 0;
        long bytes = 0;
        foreach (string id in ids)
        {
            string folder = store.FolderOf(id);
            SnapshotReader reader;
            try
            {
                reader = new SnapshotReader(folder, ManifestReader.Read(folder), store.Decoder);
            }
            catch (CiFeaturesException e)
            {
                problems.Add(new VerificationProblem(id, SnapshotPaths.Manifest, VerificationProblemKind.Manifest, e.Code, e.Message));
                continue;
            }

            foreach (SnapshotFile file in reader.Manifest.Files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(file.Path);
                CheckFile(reader, file, problems);
            }

            CheckForOthers(reader, problems);
            files += reader.Manifest.Files.Count;
            bytes += reader.Manifest.Counts.Bytes;
        }

        List<string> incomplete = selector == SnapshotStore.All
            ? [.. store.List().Where(s => s.State == SnapshotState.Incomplete).Select(s => s.Id)]
            : [];
        return new VerificationReport(ids, incomplete, files, bytes, problems);
    }

    private static void CheckFile(SnapshotReader reader, SnapshotFile file, List<VerificationProblem> problems)
    {
        string path = StoredBody.FullPath(reader.Folder, file.Path);
        if (new FileInfo(path).LinkTarget is not null)
        {
            problems.Add(new VerificationProblem(reader.SnapshotId, file.Path, VerificationProblemKind.Unexpected, CollectionErrors.FileUnexpected, "It is a symbolic link, where a file was written."));
            return;
        }

        try
        {
            List<DecodeIssue> issues = [];
            Decode(reader, file, issues, problems);
            if (path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal) && Gzip.FramingProblem(path, file.Bytes) is { } framing)
            {
                problems.Add(new VerificationProblem(reader.SnapshotId, file.Path, VerificationProblemKind.Damaged, CollectionErrors.BodyDamaged, $"The body is whole, but {framing}"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new VerificationProblem(reader.SnapshotId, file.Path, VerificationProblemKind.Damaged, CollectionErrors.BodyDamaged, $"It cannot be read ({e.Message})"));
        }
        catch (CiFeaturesException e)
        {
            VerificationProblemKind kind = e.Code switch
            {
                CollectionErrors.FileMissing => VerificationProblemKind.Missing,
                CollectionErrors.AnswerUnreadable => VerificationProblemKind.Undecodable,
                _ => VerificationProblemKind.Damaged,
            };
            string place = e.Place.Length > path.Length ? e.Place[path.Length..].TrimStart(',', ' ') + ": " : "";
            problems.Add(new VerificationProblem(reader.SnapshotId, file.Path, kind, e.Code, place + e.Message));
        }
    }

    private static void Decode(SnapshotReader reader, SnapshotFile file, List<DecodeIssue> issues, List<VerificationProblem> problems)
    {
        switch (file.Kind)
        {
            case SnapshotFileKind.Summary or SnapshotFileKind.StateSummary or SnapshotFileKind.ApiTabSummaries:
                _ = reader.ReadSummary(file, issues);
                break;
            case SnapshotFileKind.Table or SnapshotFileKind.StateTab or SnapshotFileKind.StateGroup:
                CheckShape(reader, file, reader.ReadGrid(file, null, issues), problems);
                break;
            case SnapshotFileKind.ApiRows when reader.Headers(file) is { } headers:
                CheckShape(reader, file, reader.ReadGrid(file, headers, issues), problems);
                break;
            default:
                reader.Check(file, issues);
                break;
        }
    }

    private static void CheckShape(SnapshotReader reader, SnapshotFile file, JobGrid grid, List<VerificationProblem> problems)
    {
        if (file.Tests is { } tests && file.Runs is { } runs && (grid.Tests.Count != tests || grid.Runs.Count != runs))
        {
            problems.Add(new VerificationProblem(
                reader.SnapshotId,
                file.Path,
                VerificationProblemKind.Undecodable,
                CollectionErrors.AnswerUnreadable,
                $"It decodes to {grid.Tests.Count} tests and {grid.Runs.Count} runs; the manifest has {tests} and {runs}."));
        }
    }

    private static void CheckForOthers(SnapshotReader reader, List<VerificationProblem> problems)
    {
        HashSet<string> known = new(reader.Manifest.Files.Select(f => f.Path), StringComparer.Ordinal) { SnapshotPaths.Manifest, SnapshotPaths.WriterMark, SnapshotPaths.Journal };
        try
        {
            foreach (string path in SnapshotFolder.Entries(reader.Folder).Select(e => e.Path).Where(p => !known.Contains(p)).Order(StringComparer.Ordinal))
            {
                problems.Add(new VerificationProblem(reader.SnapshotId, path, VerificationProblemKind.Unexpected, CollectionErrors.FileUnexpected, "The manifest does not list it."));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new VerificationProblem(reader.SnapshotId, "", VerificationProblemKind.Damaged, CollectionErrors.BodyDamaged, $"The folder cannot be listed ({e.Message})"));
        }
    }
}

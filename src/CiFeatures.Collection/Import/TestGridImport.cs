using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.Import;

/// <summary>Brings recorded TestGrid answers into a store as a snapshot.</summary>
/// <remarks>
/// Bodies are stored as they are; each is decoded once to see that it is an answer. Importing the same folder again gives
/// a snapshot with the same paths, hashes and fingerprint whose bodies are links to the first one's.
/// </remarks>
public sealed class TestGridImport
{
    /// <summary>The kind of source that the manifest names.</summary>
    public const string SourceKind = "import-testgrid";

    private readonly SnapshotStore _store;

    /// <summary>Makes an importer.</summary>
    /// <param name="store">The store that gets the snapshot.</param>
    public TestGridImport(SnapshotStore store) => _store = store;

    /// <summary>Imports a folder.</summary>
    /// <param name="folder">A dashboard's folder, a folder of those, or a folder further above.</param>
    /// <param name="options">How to import.</param>
    /// <param name="progress">Told after each file; may be null.</param>
    /// <param name="cancellationToken">Stops between two files; what was written is removed.</param>
    /// <returns>The snapshot and what was left out of it.</returns>
    /// <exception cref="CiFeaturesException">
    /// The folder cannot be read (CIF1220), has nothing to import (CIF1221), has a dashboard twice (CIF1222) or too many files (CIF1223);
    /// with <see cref="ImportOptions.Strict"/> also for a file that cannot be imported (CIF1224 to CIF1226 or the decoder's code);
    /// the store cannot be written (CIF1202, CIF1207). Nothing of the snapshot is left then.
    /// </exception>
    public ImportResult Run(string folder, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        TestGridTree tree = TestGridTree.Find(folder, _store.Root, options, cancellationToken);
        if (options.Strict && tree.Skipped.Count > 0)
        {
            throw Refused(folder, tree.Skipped[0]);
        }

        if (tree.Answers.Count == 0)
        {
            throw CollectionErrors.Nothing(folder, tree.Skipped.Count == 0 ? "no dashboard folder was found." : $"no answer was found; {First(tree.Skipped)}");
        }

        string location = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        using SnapshotWriter writer = _store.Create(new SnapshotSource(SourceKind, location), options.At);
        try
        {
            List<SkippedItem> skipped = [.. tree.Skipped];
            IssueTally issues = new();
            int stored = StoreAll(tree, writer, skipped, issues, folder, options, progress, cancellationToken);
            if (stored == 0)
            {
                throw CollectionErrors.Nothing(folder, $"none of {tree.Answers.Count} files is an answer; {First(skipped)}");
            }

            skipped.ForEach(writer.Skip);
            return new ImportResult
            {
                Manifest = writer.Complete(),
                Folder = writer.Folder,
                LinkedFiles = writer.LinkedFiles,
                IssueCount = issues.Count,
                Issues = issues.Kept,
            };
        }
        catch
        {
            writer.Discard();
            throw;
        }
    }

    private int StoreAll(
        TestGridTree tree,
        SnapshotWriter writer,
        List<SkippedItem> skipped,
        IssueTally issues,
        string folder,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        AnswerPaths paths = new(tree.Answers.Select(a => a.Dashboard), [.. tree.Answers.Where(a => a.Job is not null).Select(a => new JobKey(a.Dashboard, a.Job!))]);
        long bytesTotal = tree.Answers.Sum(a => a.FileBytes);
        long bytesDone = 0;
        int filesDone = 0;
        int stored = 0;
        progress?.Report(new ImportProgress(0, tree.Answers.Count, 0, bytesTotal, ""));
        foreach (FoundAnswer answer in tree.Answers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (StoreOne(answer, paths, writer, issues) is { } problem)
            {
                skipped.Add(options.Strict ? throw Refused(folder, problem) : problem);
            }
            else
            {
                stored++;
            }

            bytesDone += answer.FileBytes;
            progress?.Report(new ImportProgress(++filesDone, tree.Answers.Count, bytesDone, bytesTotal, answer.Relative));
        }

        return stored;
    }

    /// <summary>Stores one answer, or says why it cannot be stored.</summary>
    private SkippedItem? StoreOne(FoundAnswer answer, AnswerPaths paths, SnapshotWriter writer, IssueTally issues)
    {
        if (AnswerFile.Read(answer, _store.Decoder.Limits, out ReadOnlyMemory<byte> body) is { } problem)
        {
            return problem;
        }

        NewBody about;
        try
        {
            if (answer.Job is null)
            {
                _ = _store.Decoder.ReadSummary(body.Span, answer.Dashboard, issues);
                about = paths.Summary(answer.Dashboard);
            }
            else
            {
                JobKey key = new(answer.Dashboard, answer.Job);
                JobGrid grid = _store.Decoder.ReadTable(body.Span, key, issues);
                about = paths.Table(key) with { Tests = grid.Tests.Count, Runs = grid.Runs.Count };
            }
        }
        catch (CiFeaturesException e)
        {
            return AnswerFile.Problem(answer, e);
        }

        writer.Write(about, body.Span);
        return null;
    }

    private static string First(List<SkippedItem> skipped) => skipped.Count == 1 ? skipped[0].ToString() : $"the first of {skipped.Count}: {skipped[0]}";

    private static CiFeaturesException Refused(string folder, SkippedItem item) => new(
        item.Code,
        ErrorKind.BadInput,
        item.Reason,
        item.Place.Length == 0 ? Path.Combine(folder, item.Item) : $"{Path.Combine(folder, item.Item)}, {item.Place}",
        "Repair or remove the file, or import without strictness to skip it.");
}

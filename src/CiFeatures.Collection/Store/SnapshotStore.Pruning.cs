using CiFeatures.Collection.Store.Pruning;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store;

/// <summary>Deleting snapshots.</summary>
public sealed partial class SnapshotStore
{
    private const int DeleteAttempts = 3;

    /// <summary>Deletes a snapshot, complete or not. Other snapshots keep what they share with it.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="CiFeaturesException">There is no such snapshot (CIF1203), it is being written (CIF1215), or it cannot be deleted (CIF1202).</exception>
    public void Delete(string id)
    {
        if (!Ids().Exists(known => string.Equals(known.ToString(), id, StringComparison.Ordinal)))
        {
            throw CollectionErrors.NoSnapshot(Root, id, [.. Ids().Select(known => known.ToString())]);
        }

        _ = TryDeleteFolder(FolderOf(id), id, _ => true);
    }

    /// <summary>Deletes old snapshots. Never one that somebody writes, nor one whose manifest cannot be used.</summary>
    /// <param name="options">What stays.</param>
    /// <param name="progress">Gets the id of each snapshot before it is deleted; may be null.</param>
    /// <param name="cancellationToken">Stops between two snapshots.</param>
    /// <returns>What was deleted and what stays. A snapshot that somebody else deletes at the same time counts as deleted.</returns>
    /// <exception cref="CiFeaturesException">It was not said what stays (CIF1214), or the store cannot be read (CIF1202); nothing was deleted.</exception>
    public PruneReport Prune(PruneOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        PrunePlan.Check(options);
        if (!options.DryRun)
        {
            RemoveLeftovers();
        }

        FreedSpace freed = new();
        List<PrunedSnapshot> deleted = [];
        List<PrunedSnapshot> kept = [];
        List<PrunedSnapshot> failed = [];
        foreach ((SnapshotInfo snapshot, bool goes, string reason) in PrunePlan.Make(List(), options, _clock.GetUtcNow()).ToArray())
        {
            PrunedSnapshot entry = new(snapshot.Id, snapshot.State, reason);
            if (!goes)
            {
                kept.Add(entry);
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(snapshot.Id);
            try
            {
                IReadOnlyList<FileIdentity>? files = FreedSpace.Of(snapshot.Folder);
                if (!options.DryRun && !TryDeleteFolder(snapshot.Folder, snapshot.Id, complete => complete == (snapshot.State == SnapshotState.Complete)))
                {
                    kept.Add(entry with { Reason = "it has changed meanwhile" });
                    continue;
                }

                freed.Add(files);
                deleted.Add(entry);
            }
            catch (CiFeaturesException e)
            {
                failed.Add(entry with { Reason = $"{e.Message} ({e.Code})" });
            }
        }

        return new PruneReport { Deleted = deleted, Kept = kept, Failed = failed, FreedBytes = freed.Bytes, IsDryRun = options.DryRun };
    }

    /// <summary>Deletes a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="id">Its snapshot.</param>
    /// <param name="agreed">Asked, when nobody can change it any more, whether one with (true) or without (false) a manifest is to be deleted.</param>
    /// <returns>Whether it is gone.</returns>
    private static bool TryDeleteFolder(string folder, string id, Func<bool, bool> agreed)
    {
        using WriterMark? mark = WriterMark.TryTake(folder);
        if (mark is null && WriterMark.IsHeld(folder))
        {
            throw CollectionErrors.BeingWritten(folder, id);
        }

        if (Path.Exists(folder) && !agreed(File.Exists(Path.Combine(folder, SnapshotPaths.Manifest))))
        {
            return false;
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                DeleteOnce(folder, mark);
                return true;
            }
            catch (DirectoryNotFoundException) when (!Path.Exists(folder))
            {
                // Somebody else has deleted it at the same time.
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Two that delete at once get in each other's way for a moment.
                if (attempt == DeleteAttempts)
                {
                    throw CollectionErrors.Unusable(folder, e);
                }
            }
        }
    }

    private static void DeleteOnce(string folder, WriterMark? mark)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            // What it leads to is not part of the store.
            Directory.Delete(folder, recursive: false);
            return;
        }

        // Without its manifest it counts as incomplete, so that one that is deleted half-way never looks whole; without its journal
        // nobody goes on with it.
        File.Delete(Path.Combine(folder, SnapshotPaths.Manifest));
        File.Delete(SnapshotJournal.PathIn(folder));
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name != SnapshotPaths.WriterMark))
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                inner.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        mark?.Remove();
        Directory.Delete(folder, recursive: true);
    }
}

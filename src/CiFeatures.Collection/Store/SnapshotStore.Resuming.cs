using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store;

/// <summary>Snapshots that are written in several attempts.</summary>
public sealed partial class SnapshotStore
{
    /// <summary>Goes on with an interrupted snapshot, or begins a new one that can be gone on with.</summary>
    /// <param name="source">Where the contents come from.</param>
    /// <param name="recipe">
    /// Everything that decides what the snapshot is to hold, in a form that is the same for the same choice: only a snapshot that was begun with
    /// the same text and the same <paramref name="source"/> is gone on with.
    /// </param>
    /// <param name="resumeWithin">How long ago the snapshot may have been begun; zero begins a new one always.</param>
    /// <returns>
    /// The only writer of the snapshot: of the newest incomplete one that fits and that no living writer holds, here or in another process,
    /// with those of its bodies that are whole; or of a new one.
    /// </returns>
    /// <exception cref="CiFeaturesException">The folder cannot be made or read (CIF1202), or what is left of the interrupted writer cannot be cleared up (CIF1207).</exception>
    public SnapshotWriter CreateOrResume(SnapshotSource source, string recipe, TimeSpan resumeWithin)
    {
        RemoveLeftovers();
        DateTimeOffset now = _clock.GetUtcNow();
        FormerSnapshots former = Former();
        foreach (SnapshotId id in Enumerable.Reverse(Ids()).Where(id => resumeWithin > TimeSpan.Zero && now - id.Created <= resumeWithin))
        {
            if (TryResume(id, source, recipe) is var (claim, state))
            {
                return new SnapshotWriter(claim, source, former, Decoder.Limits.MaxDocumentBytes, state);
            }
        }

        SnapshotClaim fresh = SnapshotClaim.Take(Snapshots, now);
        try
        {
            JournalHeader header = new() { Schema = JournalHeader.CurrentSchema, Id = fresh.Id.ToString(), Source = source, Recipe = recipe, Started = now.ToUniversalTime() };
            return new SnapshotWriter(fresh, source, former, Decoder.Limits.MaxDocumentBytes, new WriterState(SnapshotJournal.Begin(fresh.Folder, header, []), header, []));
        }
        catch
        {
            fresh.Undo();
            throw;
        }
    }

    /// <summary>How long the body of an address was in the newest of the newest few complete snapshots that has it.</summary>
    /// <param name="path">Its path inside the snapshot.</param>
    /// <param name="url">Its address.</param>
    /// <returns>The length after content decoding; null when it is not known. The snapshots are those that there were at the first call.</returns>
    public long? KnownBytes(string path, string url) => _known.Value.Find(path, url, _ => true)?.Bytes;

    private (SnapshotClaim Claim, WriterState State)? TryResume(SnapshotId id, SnapshotSource source, string recipe)
    {
        string folder = FolderOf(id.ToString());
        if (HasManifest(id.ToString()) || !Fits(JournalReader.ReadHeader(folder)) || SnapshotClaim.TryTakeOver(id, folder) is not { } claim)
        {
            return null;
        }

        try
        {
            // Only now nobody else changes it.
            if (JournalReader.ReadHeader(folder) is { } header && Fits(header))
            {
                IReadOnlyList<SnapshotFile> recovered = SnapshotRecovery.Run(folder, Decoder.Limits.MaxDocumentBytes, out SnapshotTransfer? transfer, out IReadOnlyList<MissingFile> missing);
                JournalHeader next = header with { Resumes = header.Resumes + 1, Transfer = transfer ?? header.Transfer };
                return (claim, new WriterState(SnapshotJournal.Begin(folder, next, recovered, missing), next, recovered) { Missing = missing });
            }
        }
        catch
        {
            claim.Dispose();
            throw;
        }

        claim.Dispose();
        return null;

        bool Fits(JournalHeader? header) => header is not null && header.Source == source && string.Equals(header.Recipe, recipe, StringComparison.Ordinal);
    }

    /// <summary>Removes what a writer leaves that was killed after its manifest was written.</summary>
    private void RemoveLeftovers()
    {
        foreach (string folder in Ids().Select(id => id.ToString()).Where(HasManifest).Select(FolderOf))
        {
            string journal = SnapshotJournal.PathIn(folder);
            if (!File.Exists(journal) && !File.Exists(Path.Combine(folder, SnapshotPaths.WriterMark)))
            {
                continue;
            }

            // The journal goes first, as it does when the writer itself removes them: a journal without a mark would stay for ever.
            using WriterMark? mark = WriterMark.TryTake(folder);
            if (mark is not null || !File.Exists(Path.Combine(folder, SnapshotPaths.WriterMark)))
            {
                Quietly.Do(() => File.Delete(journal));
                Quietly.Do(() => mark?.Remove());
            }
        }
    }
}

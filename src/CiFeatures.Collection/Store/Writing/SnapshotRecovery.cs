using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Finds out what an interrupted writer has left that is good, and removes the rest of what it wrote.</summary>
internal static class SnapshotRecovery
{
    /// <summary>Checks every body that the journal names.</summary>
    /// <param name="folder">The snapshot's folder, which the caller's mark holds.</param>
    /// <param name="maxBytes">The longest body that is read.</param>
    /// <param name="transfer">What the interrupted writer said about the transfer; null when it said nothing.</param>
    /// <param name="missing">What builds were found not to have.</param>
    /// <returns>The entries of the bodies that are there, whole and unchanged. No other file is left in the folder but those of the writer.</returns>
    /// <exception cref="CiFeaturesException">The folder cannot be read, or what is not good cannot be removed.</exception>
    public static IReadOnlyList<SnapshotFile> Run(string folder, long maxBytes, out SnapshotTransfer? transfer, out IReadOnlyList<MissingFile> missing)
    {
        try
        {
            List<SnapshotEntry> there = [.. SnapshotFolder.Entries(folder)];
            HashSet<string> plain = new(there.Where(e => !e.IsLink).Select(e => e.Path), StringComparer.Ordinal);
            List<SnapshotFile> sound = [.. JournalReader.ReadFiles(folder, out transfer, out missing).Where(f => plain.Contains(f.Path) && IsSound(folder, f, maxBytes))];
            HashSet<string> keep = new(sound.Select(f => f.Path), StringComparer.Ordinal) { SnapshotPaths.WriterMark, SnapshotPaths.Journal };
            foreach (SnapshotEntry entry in there.Where(e => e.IsLink || !(keep.Contains(e.Path) || IncomingFiles.IsOne(e.Path))))
            {
                SnapshotFolder.Remove(folder, entry);
            }

            return sound;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(folder, e);
        }
    }

    private static bool IsSound(string folder, SnapshotFile file, long maxBytes)
    {
        try
        {
            StoredBody.Check(folder, file, maxBytes);
            return !file.Path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal)
                || Gzip.FramingProblem(StoredBody.FullPath(folder, file.Path), file.Bytes) is null;
        }
        catch (Exception e) when (e is CiFeaturesException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

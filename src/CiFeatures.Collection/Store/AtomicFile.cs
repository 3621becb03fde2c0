namespace CiFeatures.Collection.Store;

/// <summary>Puts a whole file in its place or none: temporary name, flush to the disk, rename.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a new file.</summary>
    /// <param name="path">The file; must not exist.</param>
    /// <param name="contents">Its bytes.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; nothing is left behind under either name.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        string temporary = path + SnapshotPaths.TemporaryEnding;
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(contents);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw CollectionErrors.CannotWrite(path, e);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to tell.
        }
    }
}

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Puts a whole file in its place or none: temporary name, flush to the disk, rename.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a new file.</summary>
    /// <param name="path">The file; must not exist.</param>
    /// <param name="contents">Its bytes.</param>
    /// <param name="overwrite">Whether the file may exist after all; it is then the old one or the new one at any moment.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; nothing is left behind under either name.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents, bool overwrite = false)
    {
        string temporary = path + SnapshotPaths.TemporaryEnding;
        try
        {
            using (FileStream stream = new(temporary, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(contents);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Quietly.Do(() => File.Delete(temporary));
            throw CollectionErrors.CannotWrite(path, e);
        }
    }
}

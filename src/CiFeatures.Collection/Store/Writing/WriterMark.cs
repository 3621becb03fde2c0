namespace CiFeatures.Collection.Store.Writing;

/// <summary>
/// The file that says whose a snapshot's folder is. Its writer holds it open and locked, so the mark of a killed writer is free
/// and that of a living one is not, whichever process asks.
/// </summary>
internal sealed class WriterMark : IDisposable
{
    // Somebody who lists the store holds a mark for an instant to see whether it is free.
    private const int Attempts = 5;
    private const int MillisecondsBetween = 10;
    private readonly FileStream _stream;

    private WriterMark(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
    }

    private string Path { get; }

    /// <summary>Makes the mark of a new snapshot.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <returns>Null when somebody else has made it, or has just removed the folder.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static WriterMark? TryCreate(string folder)
    {
        string path = PathIn(folder);
        try
        {
            return new WriterMark(path, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
        }
        catch (IOException e) when (e is DirectoryNotFoundException || File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Takes the mark that a killed writer left.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <returns>Null when there is no mark, when its writer lives, or when it cannot be told.</returns>
    public static WriterMark? TryTake(string folder)
    {
        string path = PathIn(folder);
        for (int attempt = 1; attempt <= Attempts && new FileInfo(path) is { Exists: true, LinkTarget: null }; attempt++)
        {
            try
            {
                WriterMark mark = new(path, new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
                if (mark.IsInPlace())
                {
                    return mark;
                }

                mark.Dispose();
            }
            catch (FileNotFoundException)
            {
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(MillisecondsBetween);
            }
        }

        return null;
    }

    /// <summary>Whether a living writer holds the mark of a folder; false also where there is none.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    public static bool IsHeld(string folder)
    {
        string path = PathIn(folder);
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
            {
                return false;
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Removes the mark. Nobody can take it in between, where the system allows to delete an open file.</summary>
    public void Remove()
    {
        if (OperatingSystem.IsWindows())
        {
            _stream.Dispose();
        }

        try
        {
            File.Delete(Path);
        }
        finally
        {
            _stream.Dispose();
        }
    }

    /// <summary>Lets go of the mark and leaves it where it is.</summary>
    public void Dispose() => _stream.Dispose();

    private static string PathIn(string folder) => System.IO.Path.Combine(folder, SnapshotPaths.WriterMark);

    /// <summary>Whether the file that is locked is still the one of that name; its former writer may have removed it in between.</summary>
    private bool IsInPlace() =>
        FileIdentity.Of(Path) is { } there ? FileIdentity.Of(_stream.SafeFileHandle) is { } held && held.IsSameFile(there) : File.Exists(Path);
}

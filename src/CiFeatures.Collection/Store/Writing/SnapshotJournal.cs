using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>
/// The file in which a writer notes each body that is on the disk under its name, so that another writer can go on where it was killed.
/// One JSON object in each line, the header first; lines are only added.
/// </summary>
internal sealed class SnapshotJournal : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private long _length;

    private SnapshotJournal(string path, SafeFileHandle file)
    {
        _path = path;
        _file = file;
        _length = RandomAccess.GetLength(file);
    }

    /// <summary>Begins a journal, in place of a former one where there is one.</summary>
    /// <param name="folder">The snapshot's folder, which the caller's mark holds.</param>
    /// <param name="header">The first line.</param>
    /// <param name="files">The bodies that are there already.</param>
    /// <param name="missing">What builds are known not to have.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; a former journal is as it was.</exception>
    public static SnapshotJournal Begin(string folder, JournalHeader header, IEnumerable<SnapshotFile> files, IEnumerable<MissingFile>? missing = null)
    {
        using MemoryStream lines = new();
        lines.Write(Line(header, JournalJson.Default.JournalHeader));
        foreach (SnapshotFile file in files)
        {
            lines.Write(Line(file, JournalJson.Default.SnapshotFile));
        }

        foreach (MissingFile file in missing ?? [])
        {
            lines.Write(Line(new JournalMissing { Missing = file }, JournalJson.Default.JournalMissing));
        }

        string path = PathIn(folder);
        AtomicFile.Write(path, lines.GetBuffer().AsSpan(0, (int)lines.Length), overwrite: true);
        try
        {
            return new SnapshotJournal(path, File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(path, e);
        }
    }

    /// <summary>Adds a line. When this returns, it is on the disk.</summary>
    /// <param name="file">The body that has been stored.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; the lines before it stay good.</exception>
    public void Append(SnapshotFile file) => Append(Line(file, JournalJson.Default.SnapshotFile));

    /// <summary>Adds a line about the transfer. When this returns, it is on the disk.</summary>
    /// <param name="transfer">What is known of it.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; the lines before it stay good.</exception>
    public void Append(SnapshotTransfer transfer) => Append(Line(new JournalNote { Transfer = transfer }, JournalJson.Default.JournalNote));

    /// <summary>Adds a line about a file that a build does not have. When this returns, it is on the disk.</summary>
    /// <param name="missing">The file.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It cannot be written; the lines before it stay good.</exception>
    public void Append(MissingFile missing) => Append(Line(new JournalMissing { Missing = missing }, JournalJson.Default.JournalMissing));

    /// <summary>Removes the journal of a snapshot that is complete.</summary>
    public void Remove()
    {
        _file.Dispose();
        Quietly.Do(() => File.Delete(_path));
    }

    /// <summary>Closes the journal and leaves it where it is.</summary>
    public void Dispose() => _file.Dispose();

    internal static string PathIn(string folder) => Path.Combine(folder, SnapshotPaths.Journal);

    private static byte[] Line<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];

    private void Append(byte[] line)
    {
        try
        {
            RandomAccess.Write(_file, line, _length);
            RandomAccess.FlushToDisk(_file);
            _length += line.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next line takes the place of what there is of this one.
            Quietly.Do(() => RandomAccess.SetLength(_file, _length));
            throw CollectionErrors.CannotWrite(_path, e);
        }
    }
}

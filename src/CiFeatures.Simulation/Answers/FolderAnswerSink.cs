using System.Globalization;
using System.IO.Compression;
using CiFeatures.Collection.Store;

namespace CiFeatures.Simulation.Answers;

/// <summary>Writes answers as a plain tree of gzip files: <c>&lt;dashboard&gt;/summary.json.gz</c> and <c>&lt;dashboard&gt;/table/&lt;job&gt;.json.gz</c>.</summary>
/// <remarks>
/// Names become file names as in a snapshot store (<see cref="SafeNames"/>). With several snapshots each gets a folder named by its time (<c>2026-06-30T120000Z</c>). Each file is written under a temporary name and renamed.
/// Nothing that is already there is overwritten: the root has to be absent or empty.
/// </remarks>
public sealed class FolderAnswerSink : IAnswerSink
{
    private readonly string _root;
    private readonly bool _folderPerSnapshot;
    private string _folder;

    /// <summary>Makes a sink.</summary>
    /// <param name="root">The folder; absent or empty.</param>
    /// <param name="folderPerSnapshot">Whether each snapshot gets a folder of its own; needed for more than one.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The folder has contents or cannot be made (<see cref="SimulationErrors.OutputNotUsable"/>).</exception>
    public FolderAnswerSink(string root, bool folderPerSnapshot)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        _root = root;
        _folder = root;
        _folderPerSnapshot = folderPerSnapshot;
        Guard(root, () =>
        {
            if (File.Exists(root) || (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any()))
            {
                throw SimulationErrors.Output(root, "it exists and is not an empty folder", "Choose another folder or empty this one; nothing in it was changed.");
            }

            Directory.CreateDirectory(root);
        });
    }

    /// <inheritdoc/>
    public void BeginSnapshot(DateTimeOffset takenAt) =>
        _folder = _folderPerSnapshot ? Path.Combine(_root, takenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture)) : _root;

    /// <inheritdoc/>
    public void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body)
    {
        string dashboard = SafeNames.Encode(answer.Dashboard);
        string path = answer.Job is { } job
            ? Path.Combine(_folder, dashboard, "table", SafeNames.Encode(job) + ".json.gz")
            : Path.Combine(_folder, dashboard, "summary.json.gz");
        byte[] packed = Pack(body);
        Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string temporary = path + ".tmp";
            File.WriteAllBytes(temporary, packed);
            File.Move(temporary, path, overwrite: false);
        });
    }

    /// <inheritdoc/>
    public void EndSnapshot() => _folder = _root;

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static void Guard(string place, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw SimulationErrors.Output(place, error.Message, "Check the path, the rights and the free space; files already written are whole.", error);
        }
    }
}

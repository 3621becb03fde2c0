using CiFeatures.Collection.Store.Writing;

namespace CiFeatures.Collection.Store.Pruning;

/// <summary>Counts what deleting some snapshots frees: a file frees its space when its last name goes.</summary>
internal sealed class FreedSpace
{
    private readonly Dictionary<(ulong Device, ulong Number), (FileIdentity File, uint Names)> _files = [];
    private bool _known = true;

    /// <summary>The bytes; null where the system does not tell how many names a file has.</summary>
    public long? Bytes => _known ? _files.Values.Where(f => f.Names >= f.File.Links).Sum(f => f.File.Bytes) : null;

    /// <summary>The files of a folder, looked at before it is deleted.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <returns>One for each name; null where one cannot be told.</returns>
    public static IReadOnlyList<FileIdentity>? Of(string folder)
    {
        List<FileIdentity> files = [];
        try
        {
            foreach (SnapshotEntry entry in SnapshotFolder.Entries(folder).Where(e => !e.IsLink))
            {
                if (FileIdentity.Of(Path.Combine(folder, entry.NativePath)) is not { } file)
                {
                    return null;
                }

                files.Add(file);
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Counts the files of a snapshot that is deleted.</summary>
    /// <param name="files">What <see cref="Of"/> gave.</param>
    public void Add(IReadOnlyList<FileIdentity>? files)
    {
        _known &= files is not null;
        foreach (FileIdentity file in files ?? [])
        {
            uint names = _files.TryGetValue((file.Device, file.Number), out (FileIdentity File, uint Names) known) ? known.Names : 0;

            // Deleting the earlier snapshots may have taken names away already.
            _files[(file.Device, file.Number)] = (names == 0 || known.File.Links < file.Links ? file : known.File, names + 1);
        }
    }
}

using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Replay.Prow;

/// <summary>The objects of a bucket with builds: stored files, and those that were listed and not taken, which are named and cannot be had.</summary>
/// <remarks>
/// A file whose listed size is not its own was stored compressed in the bucket; it is so here, in the snapshot's compressed bytes, since the bucket's are not kept.
/// All is added before anything is asked.
/// </remarks>
internal sealed class ProwObjects(SnapshotIndex index, BuildFiles files) : IBucketObjects
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string[]? _names;

    public string[] Names
    {
        get
        {
            lock (_lock)
            {
                return _names ??= Sorted();
            }
        }
    }

    /// <summary>Adds what is known of a build.</summary>
    public void Add(BuildAddress address, IReadOnlyList<BuildListing> folders, IEnumerable<SnapshotFile> taken)
    {
        foreach (BuildListing folder in folders)
        {
            foreach (ListingEntry entry in folder.Entries)
            {
                _sources[address.Folder + folder.Folder + entry.DisplayName] = new Source(entry, null, null);
            }
        }

        foreach (SnapshotFile file in taken)
        {
            string name = address.Folder + file.Artifact;
            _sources[name] = new Source(_sources.GetValueOrDefault(name)?.Listed, file, null);
        }
    }

    /// <summary>Adds an object that was made, where the bucket has none of its name.</summary>
    public void Add(BucketObject made) => _sources.TryAdd(made.Name, new Source(null, null, made));

    public BucketObject? Find(string name)
    {
        if (!_sources.TryGetValue(name, out Source? source) || source.Listed is { IsFolder: true })
        {
            return null;
        }

        if (source.Made is not null)
        {
            return source.Made;
        }

        DateTimeOffset updated = source.Listed?.Modified ?? (source.File is { } known ? index.Stored.TimeOf(known) : index.Snapshot.Created);
        if (source.File is not { } file)
        {
            return new BucketObject(name, ContentTypes.Of(name), updated, null) { Bytes = source.Listed!.Bytes };
        }

        bool isCompressed = source.Listed?.Bytes is { } listed && listed != file.Bytes;
        return new BucketObject(name, ContentTypes.Of(name), updated, new BuildBody(files, file, isCompressed))
        {
            Bytes = isCompressed ? files.StoredLength(file) : file.Bytes,
            Plain = isCompressed ? new BuildBody(files, file, compressed: false) : null,
        };
    }

    private string[] Sorted()
    {
        string[] names = [.. _sources.Keys];
        Array.Sort(names, NameListing.Order);
        return names;
    }

    private sealed record Source(ListingEntry? Listed, SnapshotFile? File, BucketObject? Made);
}

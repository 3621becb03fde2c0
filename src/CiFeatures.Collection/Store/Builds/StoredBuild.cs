using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>What a snapshot has of one build.</summary>
internal sealed class StoredBuild
{
    /// <summary>The listing; null when none was taken.</summary>
    public SnapshotFile? Listing { get; private set; }

    /// <summary>The files that were taken, by their path below the build's folder.</summary>
    public SortedDictionary<string, SnapshotFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that the build was asked for and does not have.</summary>
    public SortedSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that were to be taken, in ordinal order.</summary>
    public IReadOnlyList<BuildFile> Wanted =>
    [
        .. Files.Values.Select(f => new BuildFile(f.Artifact!, f.Bytes))
            .Concat(Missing.Where(m => !Files.ContainsKey(m)).Select(m => new BuildFile(m, null)))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>Puts in the listing.</summary>
    /// <param name="file">The listing.</param>
    /// <returns>False when there is one already.</returns>
    public bool TrySetListing(SnapshotFile file)
    {
        if (Listing is not null)
        {
            return false;
        }

        Listing = file;
        return true;
    }
}

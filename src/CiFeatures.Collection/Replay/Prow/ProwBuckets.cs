using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Replay.Prow;

/// <summary>Puts the builds of a snapshot back into the buckets from which they came.</summary>
internal static class ProwBuckets
{
    /// <summary>The buckets by name.</summary>
    /// <param name="index">The snapshot.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">A stored listing cannot be read.</exception>
    public static IReadOnlyDictionary<string, ProwObjects> Of(SnapshotIndex index)
    {
        BuildFiles files = new(index.Snapshot);
        Dictionary<string, ProwObjects> buckets = new(StringComparer.Ordinal);
        Dictionary<(string Bucket, string Parent), string> newest = [];
        foreach (IGrouping<BuildKey, SnapshotFile> build in index.Snapshot.Manifest.Files.Where(f => f.Build is not null).GroupBy(f => new BuildKey(f.Job!, f.Build!)))
        {
            StoredListing? listing = build.FirstOrDefault(f => f.Kind == SnapshotFileKind.BuildListing) is { } stored ? ListingJson.Read(index.Snapshot.ReadBody(stored)) : null;
            BuildAddress address = BuildAddress.Of(listing?.Address, build.Key.Job, build.Key.Build);
            if (!buckets.TryGetValue(address.Bucket, out ProwObjects? objects))
            {
                buckets.Add(address.Bucket, objects = new ProwObjects(index, files));
            }

            objects.Add(address, listing?.Folders ?? [], build.Where(f => f.Kind == SnapshotFileKind.BuildFile));
            ProwSigns.AddLink(objects, address, build.Key, index.Snapshot.Created);
            string former = newest.GetValueOrDefault((address.Bucket, address.Parent), "");
            newest[(address.Bucket, address.Parent)] = NaturalOrder.Ascending.Compare(build.Key.Build, former) > 0 ? build.Key.Build : former;
        }

        foreach (((string bucket, string parent), string build) in newest)
        {
            ProwSigns.AddLatest(buckets[bucket], parent, build, index.Snapshot.Created);
        }

        return buckets;
    }
}

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The objects of two sources in one bucket; where both have a name, the first is asked.</summary>
internal sealed class JoinedObjects(IBucketObjects first, IBucketObjects second) : IBucketObjects
{
    private readonly Lazy<string[]> _names = new(
        () =>
        {
            string[] names = [.. first.Names.Union(second.Names, StringComparer.Ordinal)];
            Array.Sort(names, NameListing.Order);
            return names;
        },
        LazyThreadSafetyMode.PublicationOnly);

    public string[] Names => _names.Value;

    public BucketObject? Find(string name) => first.Find(name) ?? second.Find(name);
}

using CiFeatures.Collection.Replay.Prow;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The buckets of a snapshot: the one with the state objects, and those in which builds lie. Safe to use from several threads.</summary>
internal sealed class Buckets
{
    private readonly OneBucket _state;
    private readonly Lazy<Dictionary<string, OneBucket>> _buckets;

    public Buckets(SnapshotIndex index, string stateBucket)
    {
        Created = index.Snapshot.Created;
        _state = new OneBucket(stateBucket, new StateObjects(index, stateBucket));

        // The listings of all builds are read when a bucket is first asked for that is not the one of the state.
        _buckets = new Lazy<Dictionary<string, OneBucket>>(() => Find(index, _state), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>When the buckets were made.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>A bucket; null when there is none of this name.</summary>
    public OneBucket? Find(string name) => _buckets.Value.GetValueOrDefault(name);

    private static Dictionary<string, OneBucket> Find(SnapshotIndex index, OneBucket state)
    {
        Dictionary<string, OneBucket> buckets = new(StringComparer.Ordinal) { [state.Name] = state };
        foreach ((string name, ProwObjects objects) in ProwBuckets.Of(index))
        {
            buckets[name] = name == state.Name ? new OneBucket(name, new JoinedObjects(state.Objects, objects)) : new OneBucket(name, objects);
        }

        return buckets;
    }
}

/// <summary>One bucket.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Objects">Its objects.</param>
internal sealed record OneBucket(string Name, IBucketObjects Objects)
{
    /// <summary>What was computed about its objects.</summary>
    public ObjectFactsCache Facts { get; } = new();
}

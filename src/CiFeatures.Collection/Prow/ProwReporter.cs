using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Collection.Prow;

/// <summary>Tells whoever watches how far a collection is, one call at a time.</summary>
/// <param name="progress">Who watches; may be null.</param>
internal sealed class ProwReporter(IProgress<CollectProgress>? progress)
{
    private readonly Lock _lock = new();
    private int _done;
    private int _total;
    private int _retries;

    /// <summary>Gets or sets what is asked how much it has done.</summary>
    public IArtifactStore? Store { get; set; }

    /// <summary>Gets how many requests were repetitions.</summary>
    public int Retries => Volatile.Read(ref _retries);

    /// <summary>More is wanted.</summary>
    public void Expect(int more)
    {
        lock (_lock)
        {
            _total += more;
        }
    }

    /// <summary>Something is begun.</summary>
    public void Begin(string what) => Step(what, 0);

    /// <summary>Something is done.</summary>
    public void Done(string what) => Step(what, 1);

    /// <summary>A request failed and is repeated after a wait.</summary>
    public void Waiting(RetryNote note, int maxRetries)
    {
        Interlocked.Increment(ref _retries);
        Step(FormattableString.Invariant($"waiting {note.Delay.TotalSeconds:0.#} s before trying again ({note.Number} of {maxRetries}): {note.Failure.Message} {note.Failure.Place}"), 0);
    }

    private void Step(string current, int done)
    {
        lock (_lock)
        {
            _done += done;
            ArtifactTraffic traffic = Store?.Traffic ?? default;
            progress?.Report(new CollectProgress(_done, _total, traffic.Bytes, traffic.Requests, current));
        }
    }
}

using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Tells whoever watches how far a collection is, one call at a time.</summary>
internal sealed class CollectReporter(IProgress<CollectProgress>? progress)
{
    private readonly Lock _lock = new();
    private int _retries;
    private int _done;
    private int _total;

    /// <summary>Gets or sets what is asked how much it has done.</summary>
    public PoliteClient? Client { get; set; }

    /// <summary>Gets how many requests were repetitions.</summary>
    public int Retries => Volatile.Read(ref _retries);

    public void Step(string current, int done, int total)
    {
        lock (_lock)
        {
            _done = done;
            _total = total;
            Tell(current);
        }
    }

    public void Waiting(RetryNote note, int maxRetries)
    {
        Interlocked.Increment(ref _retries);
        lock (_lock)
        {
            Tell(FormattableString.Invariant($"waiting {note.Delay.TotalSeconds:0.#} s before trying again ({note.Number} of {maxRetries}): {note.Failure.Message} {note.Failure.Place}"));
        }
    }

    public void PassedOver(TestGridSourceKind kind, CiFeaturesException problem)
    {
        lock (_lock)
        {
            Tell($"the source '{kind.ToString().ToLowerInvariant()}' is passed over: {problem.Message} {problem.Place}");
        }
    }

    private void Tell(string current) => progress?.Report(new CollectProgress(_done, _total, Client?.TransferredBytes ?? 0, Client?.Requests ?? 0, current));
}

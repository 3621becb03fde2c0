namespace CiFeatures.Collection.Harvest;

/// <summary>Bounds the bytes that have arrived and are not stored yet. One body always has room, however long it is.</summary>
/// <param name="limit">The most bytes.</param>
internal sealed class ByteBacklog(long limit)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Bytes, TaskCompletionSource Turn)> _waiting = new();
    private long _held;

    /// <summary>Waits for room.</summary>
    public ValueTask EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_waiting.Count == 0 && HasRoom(bytes))
            {
                _held += bytes;
                return ValueTask.CompletedTask;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((bytes, turn));
        }

        // A waiter that gives up still gets its room; everything ends then anyway.
        return new ValueTask(turn.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Gives room back.</summary>
    public void Leave(long bytes)
    {
        lock (_lock)
        {
            _held -= bytes;
            while (_waiting.TryPeek(out var first) && HasRoom(first.Bytes))
            {
                _held += first.Bytes;
                _waiting.Dequeue().Turn.SetResult();
            }
        }
    }

    private bool HasRoom(long bytes) => _held == 0 || _held + bytes <= limit;
}

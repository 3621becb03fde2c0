namespace CiFeatures.Tests.Support;

/// <summary>A clock on which waiting takes no real time: whoever waits makes the time pass at once.</summary>
/// <remarks>
/// A deadline (the timer of a <see cref="CancellationTokenSource"/>) is no waiting: it comes when the time passes it, by somebody
/// else's waiting or by <see cref="Advance"/>.
/// </remarks>
internal sealed class ImpatientClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Deadline> _deadlines = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Deadline(this, callback, state);
        if (state is CancellationTokenSource)
        {
            timer.Change(dueTime, period);
        }
        else if (dueTime >= TimeSpan.Zero)
        {
            lock (_lock)
            {
                _waits.Add(dueTime);
            }

            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return timer;
    }

    /// <summary>Lets time pass; deadlines that it passes come.</summary>
    public void Advance(TimeSpan time)
    {
        Deadline[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _deadlines.Where(d => d.At <= _now)];
            _deadlines.RemoveAll(due.Contains);
        }

        foreach (Deadline deadline in due)
        {
            deadline.Fire();
        }
    }

    private sealed class Deadline(ImpatientClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._deadlines.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    At = clock._now + dueTime;
                    clock._deadlines.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

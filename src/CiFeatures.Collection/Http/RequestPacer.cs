namespace CiFeatures.Collection.Http;

/// <summary>Keeps the beginnings of requests to one host apart, whoever sends them, and holds them back while the host asked for quiet.</summary>
/// <param name="requestsPerSecond">The most beginnings per second; 0 = no limit.</param>
/// <param name="time">Measures the time and waits.</param>
internal sealed class RequestPacer(double requestsPerSecond, TimeProvider time) : IDisposable
{
    // Requests reach the host with some jitter; without a reserve a second there could hold one more than was allowed.
    private const double Reserve = 1.02;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly TimeSpan _interval = requestsPerSecond > 0 ? TimeSpan.FromSeconds(Reserve / requestsPerSecond) : TimeSpan.Zero;
    private long? _last;
    private long _quietSince;
    private TimeSpan _quiet;

    /// <summary>Waits until the next request may begin, and counts it as begun.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // One waits at a time, so that the distance is to the request that really was the last.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A timer may fire a little early, so the clock has the last word.
            while (Rest() is { Ticks: > 0 } rest)
            {
                await Task.Delay(AtLeastOneMillisecond(rest), time, cancellationToken).ConfigureAwait(false);
            }

            _last = time.GetTimestamp();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The host asked to be left alone for some time; that holds for everybody.</summary>
    /// <param name="wait">How long, from now.</param>
    public void BeQuiet(TimeSpan wait)
    {
        lock (_lock)
        {
            if (wait > _quiet - time.GetElapsedTime(_quietSince))
            {
                _quietSince = time.GetTimestamp();
                _quiet = wait;
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private TimeSpan Rest()
    {
        TimeSpan paced = _last is { } last ? _interval - time.GetElapsedTime(last) : TimeSpan.Zero;
        lock (_lock)
        {
            TimeSpan quiet = _quiet - time.GetElapsedTime(_quietSince);
            return paced > quiet ? paced : quiet;
        }
    }

    private static TimeSpan AtLeastOneMillisecond(TimeSpan rest) => TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds));
}

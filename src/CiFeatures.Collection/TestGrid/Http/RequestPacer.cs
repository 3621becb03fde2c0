namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>Keeps the beginnings of requests apart. For one request at a time.</summary>
/// <param name="requestsPerSecond">The most beginnings per second.</param>
/// <param name="time">Measures the time and waits.</param>
internal sealed class RequestPacer(double requestsPerSecond, TimeProvider time)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / requestsPerSecond);
    private long? _last;

    /// <summary>Waits until the next request may begin, and counts it as begun.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // A timer may fire a little early, so the clock has the last word.
        while (_last is { } last && _interval - time.GetElapsedTime(last) is { Ticks: > 0 } rest)
        {
            await Task.Delay(AtLeastOneMillisecond(rest), time, cancellationToken).ConfigureAwait(false);
        }

        _last = time.GetTimestamp();
    }

    private static TimeSpan AtLeastOneMillisecond(TimeSpan rest) => TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds));
}

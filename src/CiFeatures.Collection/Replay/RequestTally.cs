namespace CiFeatures.Collection.Replay;

/// <summary>Counts requests and remembers the newest. Safe to use from several threads.</summary>
internal sealed class RequestTally(ReplayOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<ReplayRequest> _newest = new();
    private readonly long _start = time.GetTimestamp();
    private long _sequence;
    private long _requests;
    private long _bytes;
    private long _faults;
    private long _notModified;
    private long _errors;
    private int _inFlight;
    private int _mostInFlight;

    public IReadOnlyList<ReplayRequest> Newest
    {
        get
        {
            lock (_lock)
            {
                return [.. _newest];
            }
        }
    }

    public ReplayCounters Counters
    {
        get
        {
            lock (_lock)
            {
                return new ReplayCounters { Requests = _requests, Bytes = _bytes, Faults = _faults, NotModified = _notModified, Errors = _errors, MostInFlight = _mostInFlight };
            }
        }
    }

    /// <summary>A request is there.</summary>
    public ReplayRequest Begin(string method, string target, string? userAgent)
    {
        lock (_lock)
        {
            _inFlight++;
            _mostInFlight = Math.Max(_mostInFlight, _inFlight);
            return new ReplayRequest(++_sequence, Microseconds(), 0, method, target, null, null, 0, _inFlight, userAgent);
        }
    }

    /// <summary>A request is over, but for the last bytes of its answer.</summary>
    public void End(ReplayRequest begun, int? status, string? fault, long bytes)
    {
        ReplayRequest ended;
        lock (_lock)
        {
            _inFlight--;
            ended = begun with { EndMicroseconds = Microseconds(), Status = status, Fault = fault, Bytes = bytes };
            _requests++;
            _bytes += bytes;
            _faults += fault is null or ClientLeft ? 0 : 1;
            _notModified += status == 304 ? 1 : 0;
            if (options.RememberedRequests > 0)
            {
                if (_newest.Count == options.RememberedRequests)
                {
                    _newest.Dequeue();
                }

                _newest.Enqueue(ended);
            }
        }

        options.OnRequest?.Invoke(ended);
    }

    public void CountError() => Interlocked.Increment(ref _errors);

    public const string ClientLeft = "client-left";

    private long Microseconds() => (long)(time.GetElapsedTime(_start).TotalMicroseconds);
}

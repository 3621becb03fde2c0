namespace CiFeatures.Collection.Http;

/// <summary>When somebody has waited long enough; it can be put off as long as something comes.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;

    /// <summary>Begins to wait.</summary>
    /// <param name="timeout">How long.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancellationToken">Ends the waiting too.</param>
    public Deadline(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _clock = new CancellationTokenSource(timeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
        Caller = cancellationToken;
    }

    /// <summary>Gets what stops at the deadline, or when the caller does.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Gets what the caller stops with.</summary>
    public CancellationToken Caller { get; }

    /// <summary>Begins to wait anew.</summary>
    public void PutOff() => _clock.CancelAfter(_timeout);

    /// <summary>What an error means that came while it was waited.</summary>
    public FetchFailure Failure(Uri url, Exception e) =>
        _clock.IsCancellationRequested || e is OperationCanceledException ? HttpErrors.TooSlow(url, _timeout, e) : HttpErrors.ConnectionFailed(url, e);

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}

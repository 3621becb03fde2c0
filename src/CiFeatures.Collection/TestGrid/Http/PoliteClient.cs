using System.Net;
using Polly;
using Polly.Retry;

namespace CiFeatures.Collection.TestGrid.Http;

/// <summary>Fetches bodies from a service that belongs to somebody else: one at a time, spaced, bounded, and patient with failures that pass.</summary>
internal sealed class PoliteClient : IDisposable
{
    private readonly PoliteHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _network;
    private readonly RequestPacer _pacer;
    private readonly ResiliencePipeline<FetchedBody> _retries;
    private readonly string _userAgent;
    private FetchFailure? _closed;
    private long _closedSince;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Its manners.</param>
    /// <param name="handlers">Makes what carries requests; see <see cref="NetworkHandlers"/>.</param>
    /// <param name="time">Measures all waiting and gives the time of answers.</param>
    /// <param name="onRetry">Told before each wait for a repetition.</param>
    public PoliteClient(PoliteHttpOptions options, Func<HttpMessageHandler> handlers, TimeProvider time, Action<RetryNote> onRetry)
    {
        _options = options;
        _time = time;
        _userAgent = UserAgent.Of(options);
        _pacer = new RequestPacer(options.RequestsPerSecond, time);
        _retries = Pipeline(options, time, onRetry);
        _network = new HttpMessageInvoker(handlers(), disposeHandler: true);
    }

    /// <summary>Gets how many requests were sent, repetitions and redirects included.</summary>
    public int Requests { get; private set; }

    /// <summary>Gets how many bytes of whole bodies came over the wire.</summary>
    public long TransferredBytes { get; private set; }

    /// <summary>Fetches a body.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="cancellationToken">Stops waiting, sending and reading.</param>
    /// <exception cref="FetchFailure">It cannot be had; everything that can pass was waited for.</exception>
    public async Task<FetchedBody> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        ThrowIfClosed(url);
        try
        {
            return await _retries.ExecuteAsync(async token => await TryAsync(url, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (FetchFailure e) when (e.RetryAfter > _options.MaxRetryAfter)
        {
            _closed = e;
            _closedSince = _time.GetTimestamp();
            throw TestGridErrors.AsksForTooLong(url, e, _options.MaxRetryAfter);
        }
        catch (FetchFailure e) when (e.CanPass)
        {
            throw TestGridErrors.GivenUp(url, e, _options.MaxRetries + 1);
        }
    }

    public void Dispose() => _network.Dispose();

    private static ResiliencePipeline<FetchedBody> Pipeline(PoliteHttpOptions options, TimeProvider time, Action<RetryNote> onRetry)
    {
        var builder = new ResiliencePipelineBuilder<FetchedBody> { TimeProvider = time };
        if (options.MaxRetries == 0)
        {
            return builder.Build();
        }

        return builder
            .AddRetry(new RetryStrategyOptions<FetchedBody>
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = options.MaxDelay,
                Randomizer = new Random(options.Seed).NextDouble,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is FetchFailure { CanPass: true } f && !(f.RetryAfter > options.MaxRetryAfter)),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as FetchFailure)?.RetryAfter),
                OnRetry = args =>
                {
                    onRetry(new RetryNote((FetchFailure)args.Outcome.Exception!, args.AttemptNumber + 1, args.RetryDelay));
                    return default;
                },
            })
            .Build();
    }

    private async Task<FetchedBody> TryAsync(Uri url, CancellationToken cancellationToken)
    {
        Uri current = url;
        for (int hops = 0; hops <= _options.MaxRedirects; hops++)
        {
            await _pacer.WaitAsync(cancellationToken).ConfigureAwait(false);
            Requests++;
            using var deadline = new CancellationTokenSource(_options.Timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                using var request = Request(current);
                using HttpResponseMessage response = await _network.SendAsync(request, either.Token).ConfigureAwait(false);
                int status = (int)response.StatusCode;
                if (!Redirects.IsRedirect(status))
                {
                    return await AnswerAsync(response, current, either.Token).ConfigureAwait(false);
                }

                current = Redirects.Follow(current, response.Headers.Location);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw TestGridErrors.TooSlow(current, _options.Timeout, e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Both also happen as a consequence of stopping.
                cancellationToken.ThrowIfCancellationRequested();
                throw deadline.IsCancellationRequested ? TestGridErrors.TooSlow(current, _options.Timeout, e) : TestGridErrors.ConnectionFailed(current, e);
            }
        }

        throw TestGridErrors.BadRedirect(url, $"more than {_options.MaxRedirects} times");
    }

    private async Task<FetchedBody> AnswerAsync(HttpResponseMessage response, Uri url, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw TestGridErrors.Refused(url, (int)response.StatusCode, RetryAfter.Of(response, _time.GetUtcNow()));
        }

        (ReadOnlyMemory<byte> body, long transferred) = await BodyReader.ReadAsync(response, url, _options.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        TransferredBytes += transferred;
        return new FetchedBody(body, transferred, response.Headers.ETag?.ToString(), _time.GetUtcNow());
    }

    private HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(_userAgent);
        request.Headers.Accept.ParseAdd("application/json, */*;q=0.5");
        request.Headers.AcceptEncoding.ParseAdd(ContentCoding.Accepted);
        return request;
    }

    /// <summary>A service that asked for a longer wait than is waited is not asked again before that time.</summary>
    private void ThrowIfClosed(Uri url)
    {
        if (_closed is { } failure && _time.GetElapsedTime(_closedSince) < failure.RetryAfter)
        {
            throw TestGridErrors.AsksForTooLong(url, failure, _options.MaxRetryAfter);
        }
    }
}

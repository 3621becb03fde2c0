using System.Net;
using Polly;
using Polly.Retry;

namespace CiFeatures.Collection.Http;

/// <summary>
/// Fetches bodies from a service that belongs to somebody else: a few at a time, spaced, bounded, and patient with failures that pass.
/// Safe to call from several threads; the limits hold for all of them together.
/// </summary>
internal sealed partial class PoliteClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly PoliteHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _network;
    private readonly HostGates _gates;
    private readonly LargeBodies _large = new();
    private readonly ResiliencePipeline<FetchedBody> _retries;
    private readonly ResiliencePipeline<OpenedAnswer> _openRetries;
    private readonly TransferBudget _budget;
    private readonly string _userAgent;
    private readonly Lock _chance = new();
    private int _requests;
    private long _transferred;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Its manners.</param>
    /// <param name="budget">How much it may ask for altogether.</param>
    /// <param name="handlers">Makes what carries requests; see <see cref="NetworkHandlers"/>.</param>
    /// <param name="time">Measures all waiting and gives the time of answers.</param>
    /// <param name="onRetry">Told before each wait for a repetition.</param>
    public PoliteClient(PoliteHttpOptions options, TransferBudget budget, Func<HttpMessageHandler> handlers, TimeProvider time, Action<RetryNote> onRetry)
    {
        _options = options;
        _budget = budget;
        _time = time;
        _userAgent = UserAgent.Of(options);
        _gates = new HostGates(options.MaxInFlight, options.RequestsPerSecond, time);
        _retries = Pipeline<FetchedBody>(onRetry);
        _openRetries = Pipeline<OpenedAnswer>(onRetry);
        _network = new HttpMessageInvoker(handlers(), disposeHandler: true);
    }

    /// <summary>Gets how many requests were sent, repetitions and redirects included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets how many bytes of bodies came over the wire, those that broke off included.</summary>
    public long TransferredBytes => Interlocked.Read(ref _transferred);

    /// <summary>Why nothing further would be sent; null where it would.</summary>
    /// <param name="url">What would be asked for.</param>
    public FetchFailure? Spent(Uri url) => _budget.Spent(url, Requests, TransferredBytes);

    /// <summary>Fetches a body.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="admit">Waited for with the length of the body before the place among the requests is free again: whoever works up bodies slowly is sent them slowly.</param>
    /// <param name="cancellationToken">Stops waiting, sending and reading.</param>
    /// <exception cref="FetchFailure">It cannot be had; everything that can pass was waited for.</exception>
    public Task<FetchedBody> FetchAsync(FetchRequest wanted, Func<long, ValueTask> admit, CancellationToken cancellationToken) =>
        PatientlyAsync(wanted, _retries, token => TryAsync(wanted, admit, token), cancellationToken);

    public void Dispose()
    {
        _network.Dispose();
        _gates.Dispose();
        _large.Dispose();
    }

    private async Task<T> PatientlyAsync<T>(FetchRequest wanted, ResiliencePipeline<T> retries, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await retries.ExecuteAsync(async token => await ask(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (FetchFailure e) when (e.RetryAfter > _options.MaxRetryAfter)
        {
            throw HttpErrors.AsksForTooLong(wanted.Url, e, _options.MaxRetryAfter);
        }
        catch (FetchFailure e) when (e.CanPass)
        {
            throw HttpErrors.GivenUp(wanted.Url, e, _options.MaxRetries + 1);
        }
    }

    private ResiliencePipeline<T> Pipeline<T>(Action<RetryNote> onRetry)
    {
        var builder = new ResiliencePipelineBuilder<T> { TimeProvider = _time };
        if (_options.MaxRetries == 0)
        {
            return builder.Build();
        }

        var jitter = new Random(_options.Seed);
        return builder
            .AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = _options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _options.FirstDelay,
                MaxDelay = _options.MaxDelay,
                Randomizer = () => Next(jitter),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is FetchFailure { CanPass: true } f && !(f.RetryAfter > _options.MaxRetryAfter)),

                // A service that asks for no wait, or for a very short one, gets the usual one.
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception is FetchFailure { RetryAfter: { } asked } && asked >= _options.FirstDelay ? asked : (TimeSpan?)null),
                OnRetry = args =>
                {
                    onRetry(new RetryNote((FetchFailure)args.Outcome.Exception!, args.AttemptNumber + 1, args.RetryDelay));
                    return default;
                },
            })
            .Build();
    }

    private double Next(Random jitter)
    {
        lock (_chance)
        {
            return jitter.NextDouble();
        }
    }

    private async Task<FetchedBody> TryAsync(FetchRequest wanted, Func<long, ValueTask> admit, CancellationToken cancellationToken)
    {
        Uri current = wanted.Url;
        for (int hops = 0; hops <= _options.MaxRedirects; hops++)
        {
            // What will not be sent does not wait for its turn.
            if (Spent(current) is { } spent)
            {
                throw spent;
            }

            HostGates.Gate gate = _gates.Of(current);
            await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            using LargeBodies.Place place = _large.Begin();
            try
            {
                (FetchedBody? answer, Uri? next) = await AskAsync(wanted with { Url = current }, gate, place, cancellationToken).ConfigureAwait(false);
                if (answer is not null)
                {
                    await admit(answer.Wire.Length).ConfigureAwait(false);
                    return answer;
                }

                current = next!;
            }
            finally
            {
                gate.Leave();
            }
        }

        throw HttpErrors.BadRedirect(wanted.Url, $"more than {_options.MaxRedirects} times");
    }

    /// <summary>One request: an answer, or where it is to be had.</summary>
    private async Task<(FetchedBody? Answer, Uri? Next)> AskAsync(FetchRequest wanted, HostGates.Gate gate, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        Count(wanted.Url);
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using HttpRequestMessage request = Request(wanted);
            using HttpResponseMessage response = await _network.SendAsync(request, either.Token).ConfigureAwait(false);
            if (!Redirects.IsRedirect((int)response.StatusCode))
            {
                return (await AnswerAsync(response, wanted, gate, place, either.Token).ConfigureAwait(false), null);
            }

            Uri next = Redirects.Follow(wanted.Url, response.Headers.Location, _options.AllowedHosts);
            await PassOverAsync(response, either.Token).ConfigureAwait(false);
            return (null, next);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw HttpErrors.TooSlow(wanted.Url, _options.Timeout, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Both also happen as a consequence of stopping.
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested ? HttpErrors.TooSlow(wanted.Url, _options.Timeout, e) : HttpErrors.ConnectionFailed(wanted.Url, e);
        }
    }

    private async Task<FetchedBody> AnswerAsync(HttpResponseMessage response, FetchRequest wanted, HostGates.Gate gate, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        bool unchanged = response.StatusCode == HttpStatusCode.NotModified && wanted.IsConditional;
        if (response.StatusCode != HttpStatusCode.OK && !unchanged)
        {
            throw await RefusedAsync(response, wanted.Url, gate, cancellationToken).ConfigureAwait(false);
        }

        ReadOnlyMemory<byte> wire = unchanged
            ? default
            : await BodyReader.ReadAsync(response, wanted.Url, _options.MaxBodyBytes, Transferred, place, cancellationToken).ConfigureAwait(false);
        return new FetchedBody(
            wanted.Url,
            (int)response.StatusCode,
            wire,
            string.Join(", ", response.Content.Headers.ContentEncoding),
            response.Headers.ETag?.ToString(),
            response.Content.Headers.LastModified is { } modified ? HttpDate.Text(modified) : null,
            _time.GetUtcNow());
    }

    private async Task<FetchFailure> RefusedAsync(HttpResponseMessage response, Uri url, HostGates.Gate gate, CancellationToken cancellationToken)
    {
        TimeSpan? quiet = RetryAfter.Of(response, _time.GetUtcNow());
        if (quiet <= _options.MaxRetryAfter)
        {
            gate.Pacer.BeQuiet(quiet.Value);
        }

        await PassOverAsync(response, cancellationToken).ConfigureAwait(false);
        return HttpErrors.Refused(url, (int)response.StatusCode, quiet);
    }

    private void Transferred(int bytes) => Interlocked.Add(ref _transferred, bytes);

    /// <summary>A service is not kept waiting for long by a body that nobody wants, and nobody by it.</summary>
    private async Task PassOverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await BodyReader.PassOverAsync(response, Transferred, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection is closed then.
        }
    }

    /// <summary>Counts a request that is about to be sent. Of several at once no more are let through than there may be.</summary>
    private void Count(Uri url)
    {
        int before = Interlocked.Increment(ref _requests) - 1;
        if (_budget.Spent(url, before, TransferredBytes) is { } spent)
        {
            Interlocked.Decrement(ref _requests);
            throw spent;
        }
    }

    private HttpRequestMessage Request(FetchRequest wanted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, wanted.Url);
        request.Headers.UserAgent.ParseAdd(_userAgent);
        request.Headers.Accept.ParseAdd("application/json, */*;q=0.5");
        request.Headers.AcceptEncoding.ParseAdd(wanted.AcceptCoding);
        if (wanted.Etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", wanted.Etag);
        }

        if (wanted.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", wanted.LastModified);
        }

        foreach ((string name, string value) in wanted.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // Whoever it is redirected to does not learn who asks.
        if (wanted.Bearer is { } bearer && wanted.BearerIsFor(wanted.Url))
        {
            request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", bearer);
        }

        return request;
    }
}

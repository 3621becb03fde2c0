using System.Net;

namespace CiFeatures.Collection.Http;

/// <content>Answers whose bodies are read as they come, by whoever asked.</content>
internal sealed partial class PoliteClient
{
    /// <summary>Asks for a body and gives it as a stream. It keeps its place among the requests until it is disposed of.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting, sending and reading.</param>
    /// <returns>An answer with status 200; 304 where the request was conditional; 206, 412 or 416 where it was ranged.</returns>
    /// <exception cref="FetchFailure">It cannot be had; everything that can pass was waited for. Reading the stream fails with one too, which nobody has waited for.</exception>
    public Task<OpenedAnswer> OpenAsync(FetchRequest wanted, CancellationToken cancellationToken) =>
        PatientlyAsync(wanted, _openRetries, token => TryOpenAsync(wanted, token), cancellationToken);

    private async Task<OpenedAnswer> TryOpenAsync(FetchRequest wanted, CancellationToken cancellationToken)
    {
        Uri current = wanted.Url;
        for (int hops = 0; hops <= _options.MaxRedirects; hops++)
        {
            if (Spent(current) is { } spent)
            {
                throw spent;
            }

            HostGates.Gate gate = _gates.Of(current);
            await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            (OpenedAnswer? answer, Uri? next) = await AskToOpenAsync(wanted with { Url = current }, gate, cancellationToken).ConfigureAwait(false);
            if (answer is not null)
            {
                return answer;
            }

            current = next!;
        }

        throw HttpErrors.BadRedirect(wanted.Url, $"more than {_options.MaxRedirects} times");
    }

    /// <summary>One request: an answer that holds its place, or where it is to be had.</summary>
    private async Task<(OpenedAnswer? Answer, Uri? Next)> AskToOpenAsync(FetchRequest wanted, HostGates.Gate gate, CancellationToken cancellationToken)
    {
        OpenedAnswer? answer = null;
        HttpResponseMessage? response = null;
        var deadline = new Deadline(_options.Timeout, _time, cancellationToken);
        try
        {
            Count(wanted.Url);
            using HttpRequestMessage request = Request(wanted);
            response = await _network.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (Redirects.IsRedirect((int)response.StatusCode))
            {
                Uri next = Redirects.Follow(wanted.Url, response.Headers.Location, _options.AllowedHosts);
                await PassOverAsync(response, deadline.Token).ConfigureAwait(false);
                return (null, next);
            }

            bool isAnswer = response.StatusCode switch
            {
                HttpStatusCode.OK => true,
                HttpStatusCode.NotModified => wanted.IsConditional,
                HttpStatusCode.PartialContent or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestedRangeNotSatisfiable => wanted.IsRanged,
                _ => false,
            };
            if (!isAnswer)
            {
                throw await RefusedAsync(response, wanted.Url, gate, deadline.Token).ConfigureAwait(false);
            }

            Stream body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            answer = new OpenedAnswer(wanted.Url, response, new WatchedStream(body, wanted.Url, deadline, Transferred), gate, _time.GetUtcNow());
            return (answer, null);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.Failure(wanted.Url, e);
        }
        finally
        {
            if (answer is null)
            {
                response?.Dispose();
                deadline.Dispose();
                gate.Leave();
            }
        }
    }
}

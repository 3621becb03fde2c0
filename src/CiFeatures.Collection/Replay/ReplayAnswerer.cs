using CiFeatures.Collection.Replay.Http;
using CiFeatures.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace CiFeatures.Collection.Replay;

/// <summary>Finds the good answer to a request, whatever it is.</summary>
internal sealed class ReplayAnswerer(IReadOnlyList<IReplaySite> sites, Action<CiFeaturesException> onError)
{
    /// <summary>The answer; what is stored and damaged gives a 500, never other bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rawTarget">Its target as it was sent.</param>
    public ReadyAnswer Answer(HttpRequest request, string rawTarget)
    {
        try
        {
            return ReadyAnswer.For(request, Found(request, rawTarget));
        }
        catch (Exception caught)
        {
            // Work on several threads wraps what one of them threw.
            CiFeaturesException e = caught as CiFeaturesException
                ?? (caught as AggregateException)?.Flatten().InnerExceptions.OfType<CiFeaturesException>().FirstOrDefault()
                ?? ReplayErrors.NoAnswer(rawTarget, caught);
            onError(e);

            // The place is a path of this machine, which is for whoever runs the server and not for clients.
            return ReadyAnswer.For(request, ReplayAnswer.Line(500, $"500 the stored answer cannot be served: {e.Code}: {e.Message}"));
        }
    }

    private ReplayAnswer Found(HttpRequest request, string rawTarget)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return ReplayAnswer.Line(405, "405 only GET and HEAD are answered") with { Headers = [("Allow", "GET, HEAD")] };
        }

        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            return ReplayAnswer.Line(413, "413 requests with a body are not taken");
        }

        if (RequestTarget.TryParse(rawTarget) is not { } target)
        {
            return ReplayAnswer.Line(400, "400 the address cannot be decoded");
        }

        foreach (IReplaySite site in sites)
        {
            if (site.Answer(target) is { } answer)
            {
                return answer;
            }
        }

        return ReplayAnswer.NotFound("the snapshot has nothing at this address");
    }
}

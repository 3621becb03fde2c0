using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Collection.Replay.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CiFeatures.Collection.Replay;

/// <summary>Takes requests one by one: waits, answers or misbehaves, and notes what happened.</summary>
internal sealed class ReplayApplication(ReplayOptions options, ReplayAnswerer answerer, RequestTally tally, TimeProvider time, CancellationToken stopping) : IHttpApplication<HttpContext>
{
    private readonly FaultPlan _plan = new(options);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // A context holds nothing of its own.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        long begin = time.GetTimestamp();
        ReplayRequest request = tally.Begin(context.Request.Method, target, context.Request.Headers.UserAgent is { Count: > 0 } agent ? agent.ToString() : null);
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        Delivery delivery = new(context, options, time, tally, request, left.Token);
        try
        {
            if (HasBody(context.Request))
            {
                // Nothing reads the body, so nothing else can be read from this connection.
                context.Response.Headers.Connection = "close";
            }

            FaultDraw draw = _plan.Next(target);

            // Finding the answer is part of the time that it takes.
            ReadyAnswer good = answerer.Answer(context.Request, target);
            TimeSpan rest = draw.Latency - time.GetElapsedTime(begin);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, left.Token).ConfigureAwait(false);
            }

            await delivery.DeliverAsync(good, draw).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidDataException or ConnectionResetException)
        {
            delivery.ClientLeft();
            context.Abort();
        }
    }

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;
}

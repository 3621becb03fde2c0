using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CiFeatures.Collection.Replay.Faults;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>Sends one answer, well or badly.</summary>
/// <remarks>
/// A request counts as over when only the last bytes of its answer are left to be sent. A client cannot have a whole answer before that, so
/// a client that keeps at most n requests in flight is never seen with more, and whoever has an answer finds it noted.
/// </remarks>
internal sealed class Delivery(HttpContext context, ReplayOptions options, TimeProvider time, RequestTally tally, ReplayRequest request, CancellationToken left)
{
    private const int LastBytes = 1024;
    private const int SlowPieces = 50;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private bool _ended;
    private long _sent;
    private int? _status;
    private string? _fault;

    /// <summary>Sends a good answer, or what the fault makes of it.</summary>
    public Task DeliverAsync(ReadyAnswer good, FaultDraw draw)
    {
        _fault = draw.Fault?.Name;
        return draw.Fault?.Kind switch
        {
            null => SendAsync(good, null),
            ReplayFaultKind.Status => SendAsync(Refusal(draw.Fault.Status, draw.Earlier), draw.Fault.Name),
            ReplayFaultKind.Slow => SendSlowlyAsync(good),
            ReplayFaultKind.Truncate => TruncateAsync(good),
            _ => Reset(),
        };
    }

    /// <summary>Sends an answer.</summary>
    public async Task SendAsync(ReadyAnswer answer, string? fault)
    {
        _fault = fault;
        WriteHead(answer);
        int before = Math.Max(0, answer.Body.Length - LastBytes);
        if (before > 0)
        {
            await WriteAsync(answer.Body[..before]).ConfigureAwait(false);
        }

        await FinishAsync(answer.Body[before..]).ConfigureAwait(false);
    }

    /// <summary>Notes that nobody waits for the answer any more.</summary>
    public void ClientLeft() => End(RequestTally.ClientLeft);

    private async Task SendSlowlyAsync(ReadyAnswer answer)
    {
        TimeSpan pause = options.SlowFor / SlowPieces;
        int done = 0;
        if (answer.Body.Length > 0)
        {
            WriteHead(answer);
            await context.Response.Body.FlushAsync(left).ConfigureAwait(false);
        }

        for (int i = 0; i < SlowPieces; i++)
        {
            await Task.Delay(pause, time, left).ConfigureAwait(false);

            // The last byte is kept, so that short bodies take their time too.
            if (done + 1 < answer.Body.Length)
            {
                await WriteAsync(answer.Body.Slice(done++, 1)).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(left).ConfigureAwait(false);
            }
        }

        await SendRestAsync(answer, done).ConfigureAwait(false);
    }

    private async Task SendRestAsync(ReadyAnswer answer, int done)
    {
        if (answer.Body.Length == 0)
        {
            WriteHead(answer);
        }

        int before = Math.Max(done, answer.Body.Length - LastBytes);
        await WriteAsync(answer.Body[done..before]).ConfigureAwait(false);
        await FinishAsync(answer.Body[before..]).ConfigureAwait(false);
    }

    // The server would not let a connection end in order before the promised length, so this goes past it, straight to the socket.
    private async Task TruncateAsync(ReadyAnswer answer)
    {
        if (Socket() is not { } socket)
        {
            await Reset().ConfigureAwait(false);
            return;
        }

        byte[] head = Head(answer);
        int headBytes = answer.Body.Length == 0 ? head.Length / 2 : head.Length;
        await SendAllAsync(socket, head.AsMemory(0, headBytes)).ConfigureAwait(false);
        ReadOnlyMemory<byte> half = answer.Body[..(answer.Body.Length / 2)];
        await SendAllAsync(socket, half).ConfigureAwait(false);
        _sent = half.Length;
        _status = answer.Status;
        End("truncate");
        try
        {
            socket.Shutdown(SocketShutdown.Send);

            // Ending at once could throw away what the client has not read yet.
            await Task.Delay(Farewell, time, left).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client has read it and left.
        }

        context.Abort();
    }

    private Task Reset()
    {
        End("reset");
        Socket()?.Close(timeout: 0);
        context.Abort();
        return Task.CompletedTask;
    }

    private ReadyAnswer Refusal(int status, int earlier)
    {
        ReplayAnswer text = ReplayAnswer.Line(status, $"{status.ToString(CultureInfo.InvariantCulture)} {ReasonPhrases.GetReasonPhrase(status)} (rehearsed)");
        if (status is 429 or 503)
        {
            // Both forms of the header, in turns; a date has whole seconds, so it is rounded up.
            long seconds = (long)Math.Ceiling(options.RetryAfter.TotalSeconds);
            DateTimeOffset at = time.GetUtcNow().AddSeconds(seconds);
            string value = earlier % 2 == 0
                ? seconds.ToString(CultureInfo.InvariantCulture)
                : Preferences.Date(at.Ticks % TimeSpan.TicksPerSecond == 0 ? at : at.AddSeconds(1));
            text = text with { Headers = [("Retry-After", value)] };
        }

        return ReadyAnswer.For(context.Request, text);
    }

    private void WriteHead(ReadyAnswer answer)
    {
        _status = answer.Status;
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }

    private byte[] Head(ReadyAnswer answer)
    {
        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\nDate: {Preferences.Date(time.GetUtcNow())}\r\n");
        foreach ((string name, string value) in answer.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes, left).ConfigureAwait(false);
        _sent += bytes.Length;
    }

    private async Task FinishAsync(ReadOnlyMemory<byte> last)
    {
        _sent += last.Length;
        End(_fault);

        // A 304 must not have a body; Kestrel takes the mere attempt, also with nothing, as an error and ends the connection.
        if (!last.IsEmpty)
        {
            await context.Response.Body.WriteAsync(last, left).ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, left).ConfigureAwait(false)..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException("The client left.", e);
        }
    }

    private Socket? Socket() => context.Features.Get<IConnectionSocketFeature>()?.Socket;

    private void End(string? fault)
    {
        if (!_ended)
        {
            _ended = true;
            tally.End(request, _status, fault, _sent);
        }
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CiFeatures.Collection.Replay.Faults;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>Sends one answer, well or badly, with no more of it in memory than a buffer.</summary>
/// <remarks>
/// A request counts as over when only the last bytes of its answer are left to be sent. A client cannot have a whole answer before that, so
/// a client that keeps at most n requests in flight is never seen with more, and whoever has an answer finds it noted.
/// </remarks>
internal sealed class Delivery(HttpContext context, ReplayOptions options, TimeProvider time, RequestTally tally, ReplayRequest request, CancellationToken left)
{
    private const int LastBytes = 1024;
    private const int SlowPieces = 50;
    private const int BufferBytes = 64 * 1024;
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
            ReplayFaultKind.Break => BreakAsync(good, draw),
            ReplayFaultKind.Stall => StallAsync(good, draw),
            _ => Reset(),
        };
    }

    /// <summary>Sends an answer.</summary>
    public async Task SendAsync(ReadyAnswer answer, string? fault)
    {
        _fault = fault;
        WriteHead(answer);
        Stream body = answer.Body.Open(answer.Start);
        await using (body.ConfigureAwait(false))
        {
            await SendRestAsync(body, answer.Length).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that nobody waits for the answer any more.</summary>
    public void ClientLeft() => End(RequestTally.ClientLeft);

    private async Task SendSlowlyAsync(ReadyAnswer answer)
    {
        TimeSpan pause = options.SlowFor / SlowPieces;
        long done = 0;
        Stream body = answer.Body.Open(answer.Start);
        await using (body.ConfigureAwait(false))
        {
            if (answer.Length > 0)
            {
                WriteHead(answer);
                await context.Response.Body.FlushAsync(left).ConfigureAwait(false);
            }

            for (int i = 0; i < SlowPieces; i++)
            {
                await Task.Delay(pause, time, left).ConfigureAwait(false);

                // The last byte is kept, so that short bodies take their time too.
                if (done + 1 < answer.Length)
                {
                    await CopyAsync(body, 1, WriteAsync).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(left).ConfigureAwait(false);
                    done++;
                }
            }

            if (answer.Length == 0)
            {
                WriteHead(answer);
            }

            await SendRestAsync(body, answer.Length - done).ConfigureAwait(false);
        }
    }

    // The server would not let a connection end in order before the promised length, so this goes past it, straight to the socket.
    private async Task TruncateAsync(ReadyAnswer answer)
    {
        if (Socket() is not { } socket)
        {
            await Reset().ConfigureAwait(false);
            return;
        }

        await SendPartAsync(socket, answer, answer.Length / 2).ConfigureAwait(false);
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

    private async Task BreakAsync(ReadyAnswer answer, FaultDraw draw)
    {
        if (Socket() is { } socket)
        {
            await SendPartAsync(socket, answer, (long)(draw.Place * answer.Length)).ConfigureAwait(false);
        }

        await Reset().ConfigureAwait(false);
    }

    private async Task StallAsync(ReadyAnswer answer, FaultDraw draw)
    {
        if (Socket() is { } socket)
        {
            await SendPartAsync(socket, answer, (long)(draw.Place * answer.Length)).ConfigureAwait(false);
        }

        End("stall");
        await Task.Delay(Timeout.InfiniteTimeSpan, time, left).ConfigureAwait(false);
    }

    private Task Reset()
    {
        End(_fault);
        Socket()?.Close(timeout: 0);
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task SendPartAsync(Socket socket, ReadyAnswer answer, long count)
    {
        byte[] head = Head(answer);
        int headBytes = answer.Length == 0 ? head.Length / 2 : head.Length;
        await SendAllAsync(socket, head.AsMemory(0, headBytes)).ConfigureAwait(false);
        _status = answer.Status;
        Stream body = answer.Body.Open(answer.Start);
        await using (body.ConfigureAwait(false))
        {
            await CopyAsync(body, count, piece => SendPieceAsync(socket, answer.IsChunked, piece)).ConfigureAwait(false);
        }
    }

    private async ValueTask SendPieceAsync(Socket socket, bool isChunked, ReadOnlyMemory<byte> piece)
    {
        if (isChunked)
        {
            await SendAllAsync(socket, Encoding.ASCII.GetBytes(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n")).ConfigureAwait(false);
        }

        await SendAllAsync(socket, piece).ConfigureAwait(false);
        if (isChunked)
        {
            await SendAllAsync(socket, "\r\n"u8.ToArray()).ConfigureAwait(false);
        }

        _sent += piece.Length;
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

        head.Append(answer.IsChunked ? "Transfer-Encoding: chunked\r\n" : "");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private async Task SendRestAsync(Stream body, long count)
    {
        await CopyAsync(body, Math.Max(0, count - LastBytes), WriteAsync).ConfigureAwait(false);
        byte[] last = new byte[Math.Min(count, LastBytes)];
        await body.ReadExactlyAsync(last, left).ConfigureAwait(false);
        _sent += last.Length;
        End(_fault);

        // A 304 must not have a body; Kestrel takes the mere attempt, also with nothing, as an error and ends the connection.
        if (last.Length > 0)
        {
            await context.Response.Body.WriteAsync(last, left).ConfigureAwait(false);
        }
    }

    private async Task CopyAsync(Stream body, long count, Func<ReadOnlyMemory<byte>, ValueTask> send)
    {
        byte[] buffer = new byte[Math.Min(count, BufferBytes)];
        while (count > 0)
        {
            Memory<byte> piece = buffer.AsMemory(0, (int)Math.Min(count, buffer.Length));
            await body.ReadExactlyAsync(piece, left).ConfigureAwait(false);
            await send(piece).ConfigureAwait(false);
            count -= piece.Length;
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes, left).ConfigureAwait(false);
        _sent += bytes.Length;
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

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CiFeatures.Tests.Support;

/// <summary>A small HTTP server on this machine's loopback address. It writes its answers byte by byte, so that it can also misbehave.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const int MaxHead = 64 * 1024;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ServerRequest> _requests = new();
    private readonly Func<ServerRequest, ServerAnswer> _answer;
    private readonly Task _accepting;
    private int _inFlight;
    private int _mostInFlight;

    public LoopbackServer(Func<ServerRequest, ServerAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>All requests so far, oldest first.</summary>
    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    /// <summary>The most requests that were there at the same time.</summary>
    public int MostInFlight => _mostInFlight;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                if (await ReadRequestAsync(stream) is not { } request)
                {
                    return;
                }

                _requests.Enqueue(request);
                _mostInFlight = Math.Max(_mostInFlight, Interlocked.Increment(ref _inFlight));
                await AnswerAsync(socket, stream, _answer(request));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client left, or the server stops.
            }
        }
    }

    private async Task AnswerAsync(Socket socket, NetworkStream stream, ServerAnswer answer)
    {
        try
        {
            answer.Before();
            if (answer.Silent)
            {
                _ = await stream.ReadAsync(new byte[1], _stop.Token);
                return;
            }

            if (answer.Reset)
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return;
            }

            string length = answer.Endless ? "" : $"Content-Length: {answer.Body.Length.ToString(CultureInfo.InvariantCulture)}\r\n";
            string headers = string.Concat(answer.Headers.Select(h => h + "\r\n"));
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} x\r\nConnection: close\r\n{length}{headers}\r\n"), _stop.Token);
            await stream.WriteAsync(answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length), _stop.Token);
            while (answer.Endless)
            {
                await stream.WriteAsync(answer.Body, _stop.Token);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<ServerRequest?> ReadRequestAsync(NetworkStream stream)
    {
        byte[] head = new byte[MaxHead];
        int filled = 0;
        int end;
        while ((end = head.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = await stream.ReadAsync(head.AsMemory(filled), _stop.Token);
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        string[] lines = Encoding.ASCII.GetString(head, 0, end).Split("\r\n");
        string[] first = lines[0].Split(' ');
        return new ServerRequest(first[0], first[1], lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase));
    }
}

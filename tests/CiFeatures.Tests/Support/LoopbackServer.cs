using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _inFlight;
    private int _mostInFlight;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">Gives the answers.</param>
    /// <param name="certificate">With one it speaks TLS.</param>
    public LoopbackServer(Func<ServerRequest, ServerAnswer> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

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
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // A listener that was stopped says so in one of these ways, by how far it had come (a disposed one is an invalid operation too).
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using Stream stream = await OpenAsync(socket);
                if (await ReadRequestAsync(stream) is not { } request)
                {
                    return;
                }

                _requests.Enqueue(request);
                _mostInFlight = Math.Max(_mostInFlight, Interlocked.Increment(ref _inFlight));
                await AnswerAsync(socket, stream, _answer(request));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or AuthenticationException)
            {
                // The client left, or the server stops.
            }
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(_certificate);
        return secure;
    }

    private async Task AnswerAsync(Socket socket, Stream stream, ServerAnswer answer)
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

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.Head ?? Head(answer)), _stop.Token);
            await WriteBodyAsync(stream, answer);
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

    private static string Head(ServerAnswer answer)
    {
        long bytes = answer.Body.Length + ((long)answer.More.Piece.Length * answer.More.Times);
        string length = answer.Endless ? "" : $"Content-Length: {bytes.ToString(CultureInfo.InvariantCulture)}\r\n";
        return $"HTTP/1.1 {answer.Status} x\r\nConnection: close\r\n{length}{string.Concat(answer.Headers.Select(h => h + "\r\n"))}\r\n";
    }

    private async Task WriteBodyAsync(Stream stream, ServerAnswer answer)
    {
        ReadOnlyMemory<byte> body = answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length);
        for (; answer.PauseBeforeEachByte > TimeSpan.Zero && !body.IsEmpty; body = body[1..])
        {
            await Task.Delay(answer.PauseBeforeEachByte, _stop.Token);
            if (body.Length == 1)
            {
                answer.BeforeLastByte();
            }

            await stream.WriteAsync(body[..1], _stop.Token);
        }

        await stream.WriteAsync(body, _stop.Token);
        for (int i = 0; i < answer.More.Times; i++)
        {
            await stream.WriteAsync(answer.More.Piece, _stop.Token);
        }
    }

    private async Task<ServerRequest?> ReadRequestAsync(Stream stream)
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

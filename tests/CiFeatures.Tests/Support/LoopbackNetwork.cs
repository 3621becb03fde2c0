using System.Net;
using System.Net.Sockets;
using CiFeatures.Collection.Http;

namespace CiFeatures.Tests.Support;

/// <summary>The product's own network handler, which in tests reaches this machine and nothing else.</summary>
internal static class LoopbackNetwork
{
    public static HttpMessageHandler Handler()
    {
        SocketsHttpHandler handler = NetworkHandlers.Create();
        handler.UseProxy = false;
        handler.ConnectCallback = ConnectAsync;
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        string host = context.DnsEndPoint.Host;
        bool here = host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
        if (!here)
        {
            throw new InvalidOperationException($"A test tried to reach {host}.");
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net.Sockets;
using System.Text;

namespace CiFeatures.Tests.Collection.Replay;

/// <summary>Sends bytes and shows what comes back, with nothing between that could mend or refuse them.</summary>
internal static class RawHttp
{
    public static async Task<string> SendAsync(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        NetworkStream stream = client.GetStream();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, patience.Token);
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public static Task<string> GetAsync(Uri url, string target) => SendAsync(url, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    public static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}

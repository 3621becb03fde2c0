using System.Net;

namespace CiFeatures.Collection.Http;

/// <summary>Makes what carries requests over the network.</summary>
public static class NetworkHandlers
{
    // A service has no reason to send more; the default is the same, and stated here because input is hostile.
    private const int MaxHeaderKilobytes = 64;

    /// <summary>A handler that keeps no cookies, follows no redirect, repeats no request and decompresses nothing by itself: those are bounded elsewhere.</summary>
    /// <remarks>Proxies of the environment (<c>HTTPS_PROXY</c>, <c>NO_PROXY</c>) are used, and certificates are checked.</remarks>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new AnsweringStream(context.PlaintextStream)),
    };
}

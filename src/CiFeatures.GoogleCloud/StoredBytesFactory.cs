using Google.Apis.Http;

namespace CiFeatures.GoogleCloud;

/// <summary>
/// Makes clients that give the bytes of objects as they are stored. Left to itself the library's client decompresses what is stored compressed,
/// and then neither the object's sizes and hashes nor parts of it are of use.
/// </summary>
internal sealed class StoredBytesFactory(MediaWatch watch) : HttpClientFactory
{
    protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) =>
        new StoredBytesHandler(watch, new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    private sealed class StoredBytesHandler(MediaWatch watch, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isMedia = request.RequestUri?.Query.Contains("alt=media", StringComparison.Ordinal) == true;
            request.Headers.AcceptEncoding.Clear();
            if (isMedia)
            {
                request.Headers.AcceptEncoding.ParseAdd("gzip");
                watch.Prepare(request);
            }

            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            watch.See(answer, isMedia);
            return answer;
        }
    }
}

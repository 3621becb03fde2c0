using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Http;

public class NetworkHandlersTests
{
    [Fact]
    public async Task Create_ConnectionEndsWithoutAnAnswer_IsAnErrorAndNotSentAgain()
    {
        await using var server = new LoopbackServer(_ => new ServerAnswer { Head = "" });
        using var network = new HttpMessageInvoker(LoopbackNetwork.Handler());
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);

        Exception error = await Should.ThrowAsync<HttpRequestException>(network.SendAsync(request, CancellationToken.None));

        error.ToString().ShouldContain("closed without an answer");
        server.Requests.Count.ShouldBe(1, "Nobody would know of further ones, and no limit would hold for them.");
    }

    [Theory]
    [InlineData(302)]
    [InlineData(401)]
    public async Task Create_RedirectOrChallenge_IsNotFollowed(int status)
    {
        await using var server = new LoopbackServer(_ => ServerAnswer.Of(status, "Location: /y", "WWW-Authenticate: Basic realm=\"x\"", "Set-Cookie: a=b"));
        using var network = new HttpMessageInvoker(LoopbackNetwork.Handler());
        for (int i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
            using HttpResponseMessage response = await network.SendAsync(request, CancellationToken.None);
            ((int)response.StatusCode).ShouldBe(status);
        }

        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(r => r.Header("Cookie") == "" && r.Header("Authorization") == "");
    }
}

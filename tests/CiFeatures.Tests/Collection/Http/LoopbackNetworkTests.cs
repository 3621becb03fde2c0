using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Http;

/// <summary>No test of the collection can reach another machine.</summary>
public class LoopbackNetworkTests
{
    [Theory]
    [InlineData("http://testgrid.k8s.io/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("http://[2001:db8::1]/")]
    public async Task Handler_OtherMachine_IsRefused(string url)
    {
        using var network = new HttpMessageInvoker(LoopbackNetwork.Handler());
        using var request = new HttpRequestMessage(HttpMethod.Get, url);

        Exception error = await Should.ThrowAsync<HttpRequestException>(network.SendAsync(request, CancellationToken.None));

        error.ToString().ShouldContain("A test tried to reach");
    }
}

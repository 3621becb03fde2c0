using CiFeatures.Collection.Http;

namespace CiFeatures.Tests.Collection.Http;

public class RedirectsTests
{
    [Theory]
    [InlineData("http://a/x", "/y", "http://a/y")]
    [InlineData("http://a/x", "https://a/x", "https://a/x")]
    [InlineData("https://a:8/x", "https://A:8/y?z", "https://a:8/y?z")]
    public void Follow_SameService_GivesTheNextAddress(string from, string location, string next)
    {
        Redirects.Follow(new Uri(from), new Uri(location, UriKind.RelativeOrAbsolute), []).AbsoluteUri.ShouldBe(next);
    }

    [Theory]
    [InlineData("https://a/x", "http://a/x")]
    [InlineData("http://a/x", "http://a.b/x")]
    [InlineData("http://a/x", "http://a:81/x")]
    [InlineData("http://a:80/x", "https://a:8443/x")]
    [InlineData("http://a/x", "//b/x")]
    [InlineData("http://a/x", "http://u:p@a/x")]
    [InlineData("http://a/x", "file:///x")]
    public void Follow_SomebodyElse_IsRefused(string from, string location)
    {
        Should.Throw<FetchFailure>(() => Redirects.Follow(new Uri(from), new Uri(location, UriKind.RelativeOrAbsolute), [])).CanPass.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://a/x", "https://b/x", "b")]
    [InlineData("http://a/x", "http://B:81/x", "b:81")]
    [InlineData("http://a/x", "https://b/x", "b")]
    public void Follow_AllowedHost_IsFollowed(string from, string location, string allowed)
    {
        Redirects.Follow(new Uri(from), new Uri(location), [allowed]).Host.ShouldBe("b");
    }

    [Theory]
    [InlineData("https://a/x", "http://b/x", "b")]
    [InlineData("http://a/x", "http://b:81/x", "b")]
    [InlineData("http://a/x", "http://c.b/x", "b")]
    [InlineData("http://a/x", "http://u:p@b/x", "b")]
    [InlineData("http://a/x", "file://b/x", "b")]
    public void Follow_NotWhatWasAllowed_IsRefused(string from, string location, string allowed)
    {
        Should.Throw<FetchFailure>(() => Redirects.Follow(new Uri(from), new Uri(location), [allowed])).Code.ShouldBe("CIF1234");
    }
}

using System.Net.Http.Headers;
using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Http;

public class UserAgentTests
{
    [Theory]
    [InlineData("", "cifeatures/1.0.0-rc.1")]
    [InlineData("ci@example.org", "cifeatures/1.0.0-rc.1 (+ci@example.org)")]
    [InlineData("https://example.org/ci?a=1&b=2#c, see 'there'", "cifeatures/1.0.0-rc.1 (+https://example.org/ci?a=1&b=2#c, see 'there')")]
    public void Of_Contact_StandsInBrackets(string contact, string expected)
    {
        string text = UserAgent.Of(new PoliteHttpOptions { ToolVersion = "1.0.0-rc.1+0123abc", Contact = contact });

        text.ShouldBe(expected);
        using var request = new HttpRequestMessage();
        request.Headers.UserAgent.ParseAdd(text);
        request.Headers.UserAgent.First().ShouldBe(new ProductInfoHeaderValue("cifeatures", "1.0.0-rc.1"));
    }

    [Theory]
    [InlineData("a)b")]
    [InlineData("a\r\nX: y")]
    [InlineData("\u00E9")]
    [InlineData("a\"b")]
    public void Of_ContactThatCannotStandInAHeader_IsRefused(string contact)
    {
        Should.Throw<CiFeaturesException>(() => UserAgent.Of(new PoliteHttpOptions { ToolVersion = "1", Contact = contact })).Kind.ShouldBe(ErrorKind.Usage);
    }
}

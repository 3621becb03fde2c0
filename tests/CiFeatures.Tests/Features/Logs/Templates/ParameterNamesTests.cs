using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class ParameterNamesTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("-7", "number")]
    [InlineData("1.5e3", "number")]
    [InlineData("35s", "quantity")]
    [InlineData("1.16 KB", "quantity")]
    [InlineData("<1 sec", "quantity")]
    [InlineData("99%", "quantity")]
    [InlineData("0x1F", "hex")]
    [InlineData("deadbeef", "hex")]
    [InlineData("67a8badc-4e0e-4cc5-a8f2-fd46b96edb1d", "uuid")]
    [InlineData("10.0.0.1", "ip")]
    [InlineData("10.0.0.1:80", "ip")]
    [InlineData("fe80::1", "ip")]
    [InlineData("https://a.test/b", "url")]
    [InlineData("/etc/passwd", "path")]
    [InlineData("C\\a\\b", "path")]
    [InlineData("www.example.test", "host")]
    [InlineData("www.example.test:443", "host")]
    [InlineData("12:34:56", "time")]
    [InlineData("2026-06-11", "time")]
    [InlineData("2026/06/11 03:21:14", "time")]
    [InlineData("Fri Jun 17 20:55:06 2005", "time")]
    [InlineData("sha256:f9c818072e8c", "text")]
    [InlineData("an1 an2 an3", "list")]
    [InlineData("node-7", "text")]
    public void Of_AValue_IsWhatItLooksLike(string value, string name) => ParameterNames.Of(value).ShouldBe(name);
}

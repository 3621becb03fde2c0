using System.Text;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>What one line alone is made of: values are told by their form.</summary>
public class LineTokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  indented   words\t here ", "indented words here")]
    [InlineData("took 35s", "took <*>")]
    [InlineData("took 35 seconds, then 2 min.", "took <*>, then <*>.")]
    [InlineData("lifetime <1 sec", "lifetime <*>")]
    [InlineData("lifetime <1>", "lifetime <<*>>")]
    [InlineData("1190 bytes (1.16 KB) sent", "<*> sent")]
    [InlineData("peer 10.0.0.1:8080 () up", "peer <*> up")]
    [InlineData("peers 10.0.0.1:8080, 10.0.0.2:8080 up", "peers <*> up")]
    [InlineData("at Fri Jun 17 20:55:06 UTC 2005", "at <*>")]
    [InlineData("it may May be", "it may May be")]
    [InlineData("open /etc/passwd: denied", "open <*>: denied")]
    [InlineData("input/output error", "input/output error")]
    [InlineData("GET http://x.test/a?b=c&d HTTP/1.1", "GET <*>")]
    [InlineData("from www.example.test to me", "from <*> to me")]
    [InlineData("throws java.io.IOException: no", "throws java.io.IOException: no")]
    [InlineData("dial example.org:443 failed", "dial <*> failed")]
    [InlineData("address FE:dc:00:Bb:ef:01 seen", "address <*> seen")]
    [InlineData("address fe80::1:2:dead seen", "address <*> seen")]
    [InlineData("a:b:c", "a:b:c")]
    [InlineData("id 67a8badc-4e0e-4cc5-a8f2-fd46b96edb1d gone", "id <*> gone")]
    [InlineData("mask deadbeef set", "mask <*> set")]
    [InlineData("jk2 uses sha1 on IPv4", "jk2 uses sha1 on IPv4")]
    [InlineData("name=\"two words\" set", "name=\"<*>\" set")]
    [InlineData("user=root", "user=root")]
    [InlineData("done.....7", "done...<*>")]
    [InlineData("\u001b[32mPASS\u001b[0m", "PASS")]
    [InlineData("a\0b", "a b")]
    [InlineData("naïve 建 line", "naïve 建 line")]
    public void Text_OfALine_HasItsValuesOpen(string line, string expected) => Template(line, new()).ShouldBe(expected);

    [Theory]
    [InlineData("open /etc/passwd at www.example.test", "open /etc/passwd at www.example.test")]
    [InlineData("jk2 took 35 s", "<*> took <*> s")]
    public void Text_WithoutMasks_OpensOnlyWordsWithDigits(string line, string expected) => Template(line, new() { BuiltInMasks = false }).ShouldBe(expected);

    [Fact]
    public void Text_OfTooManyTokens_EndsInAValue() => Template("a b c d e f", new() { MaxTokens = 3 }).ShouldBe("a b <*>");

    [Fact]
    public void Text_OfATooLongLine_EndsWhereItIsCut() => Template("abcdefghijklmn ööö", new() { MaxLineBytes = 18 }).ShouldBe("abcdefghijklmn ö");

    private static string Template(string line, TemplateOptions options)
    {
        var miner = new TemplateMiner(options);
        miner.Add(Encoding.UTF8.GetBytes(line));
        return miner.Finish().Templates.ShouldHaveSingleItem().Text;
    }
}

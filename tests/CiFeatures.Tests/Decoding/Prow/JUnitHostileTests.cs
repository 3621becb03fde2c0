using System.Globalization;
using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>XML that is made to do harm.</summary>
public class JUnitHostileTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_EntityBomb_ExpandsNothing()
    {
        StringBuilder xml = new("<!DOCTYPE x [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 12; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">");
        }

        byte[] bomb = Encoding.UTF8.GetBytes(xml + "]><testsuite><testcase name=\"a\"><failure>&e11;</failure></testcase></testsuite>");
        Fuzzing.OnlyKnownErrors(bomb, 1 << 20, () => JUnitReader.Read(new MemoryStream(bomb), _issues).ShouldBeEmpty());

        _issues.Single().Code.ShouldBe(DecodingCodes.DamagedJUnit);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><testsuite><testcase name=\"a\"><failure>&e;</failure></testcase></testsuite>")]
    [InlineData("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://localhost:1/x.dtd\"> %p;]><testsuite><testcase name=\"&q;\"/></testsuite>")]
    public void Read_ExternalEntity_IsNotFetched(string xml)
    {
        JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), _issues).ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(DecodingCodes.DamagedJUnit);
    }

    [Theory]
    [InlineData("<testsuite>")]
    [InlineData("<testsuite><testcase name=\"a\"><failure>")]
    [InlineData("<testsuite><x>")]
    public void Read_HundredThousandDeep_EndsAtTheLimit(string piece)
    {
        string xml = string.Concat(Enumerable.Repeat(piece, 100_000));

        JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), _issues).ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(DecodingCodes.BuildFileTooLarge);
        _issues[0].Message.ShouldContain("MaxXmlDepth");
    }

    [Fact]
    public void Read_DepthBelowARaisedLimit_Works()
    {
        const int Depth = 50_000;
        string xml = string.Concat(Enumerable.Repeat("<testsuite>", Depth)) + "<testcase name=\"a\"/>" + string.Concat(Enumerable.Repeat("</testsuite>", Depth));

        JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), _issues, new DecodeLimits { MaxXmlDepth = 100_000 }).Count.ShouldBe(1);
    }

    [Fact]
    public void Read_EndlessFile_EndsAtTheLimitInBoundedMemory()
    {
        using RepeatingStream xml = new("<testsuite><testcase name=\"a\"><system-out>"u8, "all work and no play "u8);
        DecodeLimits limits = new() { MaxJUnitBytes = 20_000_000, MaxTextBytes = 1000 };
        long before = GC.GetAllocatedBytesForCurrentThread();

        JUnitReader.Read(xml.Limited(25_000_000), _issues, limits).ShouldBeEmpty();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
        _issues[^1].Code.ShouldBe(DecodingCodes.BuildFileTooLarge);
        _issues[^1].Message.ShouldContain("MaxJUnitBytes");
    }

    [Fact]
    public void Read_TooManyCases_IsAnIssue()
    {
        string xml = "<testsuite>" + string.Concat(Enumerable.Repeat("<testcase/>", 101)) + "</testsuite>";

        JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), _issues, new DecodeLimits { MaxJUnitCases = 100 }).ShouldBeEmpty();

        _issues[^1].Message.ShouldContain("MaxJUnitCases");
    }

    [Fact]
    public void Read_LongTexts_AreCutAndReported()
    {
        string xml = $"<testsuite><testcase name=\"a\"><failure message=\"{new string('m', 50)}\">{new string('t', 500)}</failure></testcase></testsuite>";

        JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), _issues, new DecodeLimits { MaxTextBytes = 10 }).Single().Message
            .ShouldBe("mmmmmmmmmm\ntttttttttt");

        _issues.Select(i => i.Code).ShouldBe([DecodingCodes.FieldTooLarge, DecodingCodes.FieldTooLarge]);
    }

    [Fact]
    public void Read_ForeignErrorOfTheStream_IsNotSwallowed() =>
        Should.Throw<IOException>(() => JUnitReader.Read(new BrokenStream("<testsuite><testcase name=\"a\"/>"u8), _issues));
}

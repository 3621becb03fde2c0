using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class JUnitReaderTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_SuitesInSuites_NamesAreJoined()
    {
        IReadOnlyList<JUnitCase> cases = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="ignored"><testsuite name="a"><testcase name="1" classname="k" time="2.5"/><testsuite name="b"><testcase name="2"/></testsuite>
            <testsuite><testcase name="3"/></testsuite><testcase name="4"/></testsuite><testsuite name="c"/><testcase name="5"/></testsuites>
            """);

        cases.Select(c => c.TestName).ShouldBe(["a.1", "a.b.2", "a.3", "a.4", "5"]);
        (cases[0].ClassName, cases[0].Seconds, cases[1].Seconds).ShouldBe(("k", 2.5, null));
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void Read_EachOutcome_HasItsStatusAndMessage()
    {
        IReadOnlyList<JUnitCase> cases = Read(
            """
            <testsuite>
              <testcase name="f"><system-out>out</system-out><failure message="m" type="t">body</failure></testcase>
              <testcase name="e"><failure>late</failure><error message="first"/></testcase>
              <testcase name="s"><skipped/><system-err>err</system-err></testcase>
              <testcase name="t"><skipped message="skipped"/></testcase>
              <testcase name="u"><skipped>why</skipped></testcase>
              <testcase name="o"><system-out><![CDATA[a < b]]> &amp; c</system-out></testcase>
              <testcase name="p"/>
            </testsuite>
            """);

        cases.Select(c => (c.Name, c.Status, c.Message, c.HasBareSkip)).ShouldBe(
        [
            ("f", JUnitStatus.Failed, "m\nbody", false),
            ("e", JUnitStatus.Error, "first", false),
            ("s", JUnitStatus.Skipped, "err", true),
            ("t", JUnitStatus.Skipped, "skipped", true),
            ("u", JUnitStatus.Skipped, "why", false),
            ("o", JUnitStatus.Passed, "a < b & c", false),
            ("p", JUnitStatus.Passed, "", false),
        ]);
    }

    [Fact]
    public void Read_Properties_AreThoseOfTheCase()
    {
        IReadOnlyList<JUnitCase> cases = Read(
            """
            <testsuite><properties><property name="go.version" value="go1"/></properties>
            <testcase name="a"><properties><property name="p" value="1"/><property name="p" value="2"/><property name="q">text</property></properties></testcase></testsuite>
            """);

        cases.Single().Properties.ShouldBe([new("p", "1"), new("p", "2"), new("q", "text")]);
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" 0 ", 0.0)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234,567.25", 1234567.25)]
    [InlineData("0,5", 0.5)]
    [InlineData("1,234", 1234.0)]
    [InlineData("2e-3", 0.002)]
    public void Read_TimesOfAnyLocale_AreSeconds(string time, double seconds)
    {
        Read($"<testsuite><testcase name=\"a\" time=\"{time}\"/></testsuite>").Single().Seconds.ShouldBe(seconds);

        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("whatever")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void Read_TimesThatAreNone_AreReportedOnce(string time)
    {
        Read($"<testsuite><testcase name=\"a\" time=\"{time}\"/><testcase name=\"b\" time=\"{time}\"/></testsuite>").ShouldAllBe(c => c.Seconds == null);

        DecodeIssue issue = _issues.Single();
        (issue.Code, issue.Test, issue.Position).ShouldBe((DecodingCodes.UnusableJUnitValue, "a", "line 1, column 13"));
        issue.Message.ShouldContain("2 cases");
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("UTF-8")]
    [InlineData("us-ascii")]
    [InlineData("UTF-16")]
    [InlineData("no such thing")]
    public void Read_AnyDeclaredEncoding_IsReadAsUtf8(string encoding) =>
        Read($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><testsuite><testcase name=\"ü\"/></testsuite>").Single().Name.ShouldBe("ü");

    [Fact]
    public void Read_OtherEncodings_AreDecoded()
    {
        const string Text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><testsuite><testcase name=\"ü\"/></testsuite>";

        foreach (Encoding encoding in (Encoding[])[Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            JUnitReader.Read(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]), _issues).Single().Name.ShouldBe("ü");
        }

        JUnitReader.Read(new MemoryStream([0xEF, 0xBB, 0xBF, .. "<testsuite><testcase name=\"ü\"/></testsuite>"u8]), _issues).Single().Name.ShouldBe("ü");
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void Read_CharactersThatXmlForbids_AreReplacedAndReported()
    {
        byte[] xml = [.. "<testsuite><testcase name=\"a\"><failure>\u001b[31m\0x"u8, 0xFF, 0xE2, 0x82, .. "y&#27;&#0;&#xD800;</failure></testcase></testsuite>"u8];

        JUnitReader.Read(new MemoryStream(xml), _issues).Single().Message.ShouldBe("\uFFFD[31m\uFFFDx\uFFFD\uFFFDy\u001b\uFFFD\uFFFD");

        _issues.Single().Code.ShouldBe(DecodingCodes.CharactersReplaced);
        _issues[0].Message.ShouldStartWith("4 characters");
    }

    [Theory]
    [InlineData("\n  <?xml version=\"1.0\"?>\n<testsuite><testcase name=\"a\"/></testsuite>")]
    [InlineData("<testsuite><testcase name=\"a\"/></testsuite>\0\0<rest")]
    [InlineData("<!DOCTYPE testsuite><testsuite><testcase name=\"a\"/></testsuite>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\" [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"a\"/></testsuite>")]
    [InlineData("<testsuite xsi:schema=\"x\"><x:y/><testcase name=\"a\"/></testsuite>")]
    [InlineData("<testsuite xmlns=\"urn:x\"><!-- c --><?pi x?><testcase name=\"a\"/></testsuite>")]
    [InlineData("<testsuite><other><testcase name=\"not one\"/></other><testcase name=\"a\"><b><failure/></b></testcase></testsuite>")]
    public void Read_OddButReadable_GivesItsCase(string xml)
    {
        JUnitCase test = Read(xml).Single();

        (test.Name, test.Status).ShouldBe(("a", JUnitStatus.Passed));
    }

    [Fact]
    public void Read_NoBytes_IsNoCaseAndNoIssue()
    {
        Read("").ShouldBeEmpty();

        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<testsuite><testcase name=\"a\"/>", DecodingCodes.DamagedJUnit)]
    [InlineData("<testsuite><testcase name=\"a\"/></testsuites>", DecodingCodes.DamagedJUnit)]
    [InlineData("<testsuite><testcase name=\"a\"><failure>&nbsp;</failure></testcase></testsuite>", DecodingCodes.DamagedJUnit)]
    [InlineData("<testsuite><testcase name=\"a\" name=\"b\"/></testsuite>", DecodingCodes.DamagedJUnit)]
    [InlineData("<hello", DecodingCodes.DamagedJUnit)]
    [InlineData("   ", DecodingCodes.DamagedJUnit)]
    [InlineData("\0\0\0", DecodingCodes.DamagedJUnit)]
    [InlineData("{\"json\":1}", DecodingCodes.DamagedJUnit)]
    [InlineData("<html><testsuite><testcase name=\"a\"/></testsuite></html>", DecodingCodes.NotJUnit)]
    public void Read_Unusable_HasNoCasesAndSaysWhere(string xml, string code)
    {
        Read(xml).ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(code);
        _issues[0].Position.ShouldStartWith("line 1");
    }

    [Fact]
    public void TryRead_DamageAfterCases_SaysThatTheyAreToBeDropped()
    {
        List<JUnitCase> taken = [];

        JUnitReader.TryRead(Bytes("<testsuite><testcase name=\"a\"/><testcase"), _issues, DecodeLimits.Default, taken.Add).ShouldBeFalse();

        taken.Count.ShouldBe(1);
        _issues.Single().Message.ShouldContain("1 cases were read and dropped");
    }

    private static MemoryStream Bytes(string xml) => new(Encoding.UTF8.GetBytes(xml));

    private IReadOnlyList<JUnitCase> Read(string xml) => JUnitReader.Read(Bytes(xml), _issues);
}

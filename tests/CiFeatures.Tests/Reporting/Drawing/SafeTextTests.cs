using System.Xml;
using CiFeatures.Reporting.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Reporting.Drawing;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain  with double blanks ", "plain  with double blanks ")]
    [InlineData("a\u0000b\u001Bc\td\ne", "a b c d e")]
    [InlineData("a\u202Eb\u2066c\u200Bd\uFEFFe", "abcde")]
    [InlineData("\U0001F600 é", "\U0001F600 é")]
    public void Clean_HostileCharacters_AreGone(string text, string expected)
    {
        SafeText.Clean(text).ShouldBe(expected);
    }

    [Fact]
    public void Clean_HalvesOfPairsAndNoncharacters_AreGone()
    {
        SafeText.Clean(new string(['a', '\uD800', 'b', '\uDC00', 'c', '\uFFFF', 'd', '\uD83D', '\uDE00'])).ShouldBe("abcd\U0001F600");
    }

    [Fact]
    public void Clean_AnyText_IsValidXmlAndStaysSo()
    {
        Prop.ForAll<char[]>(chars =>
        {
            string clean = SafeText.Clean(new string(chars));
            XmlConvert.VerifyXmlChars(clean).ShouldBe(clean);
            SafeText.Clean(clean).ShouldBe(clean);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("abcdefghij", 10, "abcdefghij")]
    [InlineData("abcdefghij", 7, "abcd\u2026ij")]
    [InlineData("abcdefghij", 1, "\u2026")]
    [InlineData("abcdefghij", 0, "")]
    public void Elide_TooLong_KeepsBothEnds(string text, int most, string expected)
    {
        SafeText.Elide(text, most).ShouldBe(expected);
    }

    [Fact]
    public void Elide_AnyLength_FitsAndDoesNotCutPairs()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001F600", 30));
        for (int most = 0; most < 60; most++)
        {
            string elided = SafeText.Elide(text, most);
            elided.Length.ShouldBeLessThanOrEqualTo(most);
            SafeText.Clean(elided).ShouldBe(elided);
        }
    }
}

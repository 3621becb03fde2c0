using System.Text;
using CiFeatures.Features.Logs.Failures;

namespace CiFeatures.Tests.Features.Logs.Failures;

public class LineTextTests
{
    [Theory]
    [InlineData("plain", "plain", 0)]
    [InlineData("    at x", "at x", 4)]
    [InlineData("\tat x  ", "at x", 4)]
    [InlineData("2026-06-13T03:24:35.1234567Z   text", "text", 2)]
    [InlineData("2026/06/13 03:24:35 error: x", "error: x", 0)]
    [InlineData("[2026-06-13 03:24:35,123] text", "text", 0)]
    [InlineData("03:24:35 text", "text", 0)]
    [InlineData("Jan 18 23:18:36.159: FAIL: x", "FAIL: x", 0)]
    [InlineData("build\tRun tests\t2026-06-13T03:24:35.1234567Z text", "text", 0)]
    [InlineData("a\tb\tc", "a\tb\tc", 0)]
    [InlineData("1234 files", "1234 files", 0)]
    [InlineData("10.0.0.1:8080 refused", "10.0.0.1:8080 refused", 0)]
    [InlineData("2026-06-13T03:24:35Z", "", 0)]
    [InlineData("\u001b[31mred\u001b[0m", "red", 0)]
    [InlineData("\u001b]0;title\u0007text", "text", 0)]
    [InlineData("\u001b]8;;http://x\u001b\\text", "text", 0)]
    [InlineData("cut \u001b[3", "cut", 0)]
    [InlineData("cut \u001b", "cut", 0)]
    public void Set_Line_FindsTheMessage(string line, string content, int indent)
    {
        var text = new LineText();

        text.Set(Encoding.UTF8.GetBytes(line));

        text.Content.ToString().ShouldBe(content);
        text.Indent.ShouldBe(indent);
    }

    [Fact]
    public void Set_Again_ForgetsTheLineBefore()
    {
        var text = new LineText();
        text.Set(Encoding.UTF8.GetBytes(new string('x', 5000)));
        text.Set("\u001b[36;1mgo test\u001b[0m"u8);

        text.All.ToString().ShouldBe("go test");
        text.IsEcho.ShouldBeTrue();
        text.Set("b"u8);
        text.IsEcho.ShouldBeFalse();
    }
}

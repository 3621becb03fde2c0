using System.Text;
using CiFeatures.Features.Logs.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class LogLinesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 1)]
    [InlineData("a", 1)]
    [InlineData("a\r\n\r\nb\r", 3)]
    [InlineData("a\rb\n", 1)]
    public void Read_CountsLines(string text, int lines)
    {
        LogLines.Read(MadeLog.Bytes(text), _ => { }).ShouldBe(lines);
        LogLines.Read(new MemoryStream(MadeLog.Bytes(text)), 100, _ => { }).ShouldBe(lines);
    }

    [Fact]
    public void Read_InSmallPieces_IsASplitAtLineEnds() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab\r\n"[random.Next(4)]));
        string[] expected = [.. text.Split('\n').Select((l, i) => (l, last: i == text.Count(c => c == '\n'))).Where(x => !(x.last && x.l.Length == 0)).Select(x => x.last || !x.l.EndsWith('\r') ? x.l : x.l[..^1])];

        Collect(add => LogLines.Read(MadeLog.Bytes(text), add)).ShouldBe(expected);
        Collect(add => LogLines.Read(new SlowStream(MadeLog.Bytes(text), random), 1000, add)).ShouldBe(expected);
        Collect(add => LogLines.Read(new SlowStream(MadeLog.Bytes(text), random), 2, add)).ShouldBe(expected.Select(l => l[..Math.Min(2, l.Length)]));
    }).QuickCheckThrowOnFailure();

    private static List<string> Collect(Func<LogLineAction, long> read)
    {
        List<string> lines = [];
        read(line => lines.Add(Encoding.UTF8.GetString(line))).ShouldBe(lines.Count);
        return lines;
    }

    private sealed class SlowStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 4)));
    }
}

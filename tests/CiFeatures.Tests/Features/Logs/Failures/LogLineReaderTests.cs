using System.Text;
using System.Text.RegularExpressions;
using CiFeatures.Features.Logs.Failures;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Logs.Failures;

public class LogLineReaderTests
{
    [Fact]
    public void TryRead_AnyMixOfLineEnds_CutsAsTheRuleSays() =>
        Prop.ForAll<int[], byte>((choices, chunk) =>
        {
            string[] pieces = ["a", "\n", "\r", "\r\n", "bc", "", " ", "\r\r", "\n\n", "\u00e9"];
            string log = string.Concat(choices.Select(choice => pieces[(uint)choice % (uint)pieces.Length]));
            return Read(log, Math.Max(1, (int)chunk), 100).SequenceEqual(Expected(log));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryRead_EndsAcrossReads_AreOneEnd()
    {
        for (int size = 1; size < 6; size++)
        {
            Read("ab\r\ncd\ref\n\rg\r\n", size, 100).ShouldBe(["ab", "cd", "ef", "", "g"]);
        }
    }

    [Fact]
    public void TryRead_LineLongerThanIsKept_KeepsItsStartAndTheNumbers()
    {
        using var reader = new LogLineReader(new SlowStream(Encoding.UTF8.GetBytes("abcdefgh\nxy"), 3), 4);

        reader.TryRead(out ReadOnlySpan<byte> line).ShouldBeTrue();
        Encoding.UTF8.GetString(line).ShouldBe("abcd");
        reader.TryRead(out line).ShouldBeTrue();
        Encoding.UTF8.GetString(line).ShouldBe("xy");
        reader.Number.ShouldBe(2);
        reader.TryRead(out _).ShouldBeFalse();
        reader.Number.ShouldBe(2);
    }

    private static List<string> Expected(string log)
    {
        List<string> lines = [.. Regex.Split(log, "\r\n|\n|\r")];
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static List<string> Read(string log, int chunk, int maxLineBytes)
    {
        using var reader = new LogLineReader(new SlowStream(Encoding.UTF8.GetBytes(log), chunk), maxLineBytes);
        List<string> lines = [];
        while (reader.TryRead(out ReadOnlySpan<byte> line))
        {
            lines.Add(Encoding.UTF8.GetString(line));
            reader.Number.ShouldBe(lines.Count);
        }

        return lines;
    }

    /// <summary>Gives few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }
}

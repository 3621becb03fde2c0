using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Tests.Features.Logs.Statistics;

/// <summary>The figures of a log computed the plain way, from their definitions: one code point after the other, one line after the other,
/// with regular expressions. Shares nothing with the code that it checks.</summary>
internal static partial class PlainLogStatistics
{
    public static LogStatistics Of(byte[] log, int? year = null)
    {
        int[] text = Decode(log);
        string[] lines = Encoding.Latin1.GetString(log).Split('\n');
        string[] ended = lines[^1].Length == 0 ? lines[..^1] : lines;
        string[] levels = [.. ended.Select(l => Level(Head(l)))];
        int[][] decodedLines = [.. SplitAt(text, '\n')];
        int[][] decodedEnded = decodedLines[^1].Length == 0 ? decodedLines[..^1] : decodedLines;
        return new LogStatistics
        {
            Bytes = log.Length,
            Chars = text.Length,
            Words = text.Where((c, i) => !IsSpace(c) && (i == 0 || IsSpace(text[i - 1]))).Count(),
            Lines = log.Length == 0 ? 0 : lines.Length,
            AnsiBytes = Sequence().Matches(Encoding.Latin1.GetString(log)).Sum(m => m.Length),
            BlankLines = decodedEnded.Count(l => l.All(IsSpace)),
            LongestLineBytes = lines.Max(l => l.Length),
            FatalLines = levels.Count(l => l is "fatal" or "panic" or "critical"),
            ErrorLines = levels.Count(l => l == "error"),
            WarningLines = levels.Count(l => l is "warn" or "warning"),
            InfoLines = levels.Count(l => l == "info"),
            DebugLines = levels.Count(l => l is "debug" or "trace"),
            TimedLines = 0,
            FirstTimeMs = null,
            LastTimeMs = null,
            LargestGapMs = null,
        };
    }

    /// <summary>The time of a line by the definition, with the nominal year 2000 where it says none; null without one.</summary>
    public static DateTime? Time(string line)
    {
        string head = Head(line);
        int tried = 0;
        for (int i = 0; i + 8 <= head.Length && tried < 4; i++)
        {
            if (!Regex.IsMatch(head.AsSpan(i, 8), "^[0-9]{2}:[0-9]{2}:[0-9]{2}$"))
            {
                continue;
            }

            tried++;
            if (TimeAt(head, i) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static DateTime? TimeAt(string head, int at)
    {
        string before = head[..at];
        string time = head.Substring(at, 8).Replace(":60", ":59", StringComparison.Ordinal);
        bool isLeap = head.Substring(at + 6, 2) == "60";
        Match full = Regex.Match(before, "(?<![0-9])([0-9]{4})([-/])([0-9]{2})\\2([0-9]{2})[Tt _]$");
        Match klog = Regex.Match(before, "[IWEF]([0-9]{2})([0-9]{2}) $");
        Match syslog = Regex.Match(before, "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ([0-9 ][0-9]) $");
        string? date = full.Success ? $"{full.Groups[1]}-{full.Groups[3]}-{full.Groups[4]}"
            : klog.Success ? $"2000-{klog.Groups[1]}-{klog.Groups[2]}"
            : syslog.Success ? $"2000-{DateTime.ParseExact(syslog.Groups[1].Value, "MMM", CultureInfo.InvariantCulture).Month:00}-{syslog.Groups[2].Value.Replace(' ', '0')}"
            : null;
        if (date is null || !DateTime.TryParseExact($"{date} {time}", "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime found))
        {
            return null;
        }

        Match rest = Regex.Match(head[(at + 8)..], "^([.,][0-9]+)?(?: ?([+-])([0-9]{2}):?([0-9]{2})(?![0-9]))?");
        double seconds = rest.Groups[1].Success ? double.Parse("0." + rest.Groups[1].Value[1..], CultureInfo.InvariantCulture) : 0;
        int offset = full.Success && rest.Groups[2].Success ? (int.Parse(rest.Groups[3].Value, CultureInfo.InvariantCulture) * 60) + int.Parse(rest.Groups[4].Value, CultureInfo.InvariantCulture) : 0;
        return found.AddSeconds(isLeap ? 1 : 0).AddMilliseconds(Math.Floor((seconds * 1000) + 1e-6)).AddMinutes(rest.Groups[2].Value == "-" ? offset : -offset);
    }

    // Levels and times are looked for in the first 64 bytes, in JSON in the first 256; escape sequences do not count.
    private static string Head(string line)
    {
        string plain = Sequence().Replace(line[..Math.Min(256, line.Length)], "");
        return plain[..Math.Min(plain.StartsWith('{') ? 256 : 64, plain.Length)];
    }

    private static string Level(string head)
    {
        Match klog = Klog().Match(head);
        if (klog.Success)
        {
            return klog.Groups[1].Value switch { "I" => "info", "W" => "warning", "E" => "error", _ => "fatal" };
        }

        foreach (Match word in LevelName().Matches(head))
        {
            char before = word.Index > 0 ? head[word.Index - 1] : '\0';
            string after = head[(word.Index + word.Length)..];
            bool isUpper = !word.Value.Any(char.IsLower);
            bool isBracketed = $"{before}{after.FirstOrDefault()}" is "[]" or "<>" or "()";
            bool isValue = KeyBefore().IsMatch(head[..word.Index]);
            bool hasColon = after.StartsWith(':') && !after.StartsWith("::", StringComparison.Ordinal);
            bool isPart = "-./$".Contains(before, StringComparison.Ordinal) || after is ['-' or '.' or '/' or '=', ..] || after.StartsWith("::", StringComparison.Ordinal);
            if (!isPart && (hasColon || isUpper || isBracketed || isValue))
            {
                return word.Value.ToLowerInvariant();
            }
        }

        return "";
    }

    // U+FFFD for each maximal subpart of an invalid sequence, by trying ever shorter beginnings of valid characters.
    private static int[] Decode(byte[] bytes)
    {
        List<int> text = [];
        for (int at = 0; at < bytes.Length;)
        {
            int length = Math.Min(4, bytes.Length - at);
            while (length > 1 && !CanBegin(bytes.AsSpan(at, length)))
            {
                length--;
            }

            ReadOnlySpan<byte> part = bytes.AsSpan(at, length);
            text.Add(Whole(part) ?? 0xFFFD);
            at += length;
        }

        return [.. text];
    }

    private static bool CanBegin(ReadOnlySpan<byte> part)
    {
        int wanted = part[0] switch { < 0x80 => 1, >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (wanted < part.Length)
        {
            return false;
        }

        foreach (byte next in part[1..])
        {
            if (next is < 0x80 or > 0xBF)
            {
                return false;
            }
        }

        return part.Length < 2 || part[0] switch { 0xE0 => part[1] >= 0xA0, 0xED => part[1] < 0xA0, 0xF0 => part[1] >= 0x90, 0xF4 => part[1] < 0x90, _ => true };
    }

    private static int? Whole(ReadOnlySpan<byte> part) => part switch
    {
        [< 0x80] => part[0],
        [>= 0xC2 and <= 0xDF, _] => ((part[0] & 31) * 64) + (part[1] & 63),
        [>= 0xE0 and <= 0xEF, _, _] => ((part[0] & 15) * 4096) + ((part[1] & 63) * 64) + (part[2] & 63),
        [>= 0xF0 and <= 0xF4, _, _, _] => ((part[0] & 7) * 262144) + ((part[1] & 63) * 4096) + ((part[2] & 63) * 64) + (part[3] & 63),
        _ => null,
    };

    private static bool IsSpace(int c) => (c <= 0xFFFF && char.IsWhiteSpace((char)c)) || c is >= 0x1C and <= 0x1F;

    private static IEnumerable<int[]> SplitAt(int[] text, int separator)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == separator)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
    }

    [GeneratedRegex("\u001B(?:\\[[0-?]*(?:[ -/]+[0-~]?|[@-~])?|\\][^\u0007\u001B\n]*(?:\u0007|\u001B\\\\?)?|[ -/]+[0-~]?|[0-Z\\\\^-~])?", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();

    [GeneratedRegex("^([IWEF])[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Klog();

    [GeneratedRegex("(?<![A-Za-z0-9_])(?:debug|trace|info|warning|warn|error|fatal|panic|critical)(?![A-Za-z0-9_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelName();

    [GeneratedRegex("(?:level|lvl|severity)[\" :=]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyBefore();
}

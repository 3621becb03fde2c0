namespace CiFeatures.Features.Logs.Templates;

/// <summary>Words that belong to a date or to a quantity when a number stands beside them.</summary>
internal static class TimeWords
{
    private const int LongestUnit = 12;

    /// <summary>A day, a month or a time zone, as dates write them: <c>Fri</c>, <c>Jun</c>, <c>UTC</c>.</summary>
    public static bool IsDatePart(ReadOnlySpan<byte> word)
    {
        if (word.Length is not (3 or 4) || !Bytes.Is(word[0], Bytes.Upper))
        {
            return false;
        }

        Span<char> text = stackalloc char[word.Length];
        Widen(word, text, 0);
        return (ReadOnlySpan<char>)text is "Mon" or "Tue" or "Wed" or "Thu" or "Fri" or "Sat" or "Sun"
            or "Jan" or "Feb" or "Mar" or "Apr" or "May" or "Jun" or "Jul" or "Aug" or "Sep" or "Oct" or "Nov" or "Dec"
            or "UTC" or "GMT" or "EST" or "EDT" or "CST" or "CDT" or "MST" or "MDT" or "PST" or "PDT" or "CET" or "CEST" or "BST" or "IST" or "JST";
    }

    /// <summary>A unit of size, time or rate, as written after a number, in small or capital letters.</summary>
    public static bool IsUnit(ReadOnlySpan<byte> word)
    {
        if (word.Length is 0 or > LongestUnit)
        {
            return false;
        }

        Span<char> text = stackalloc char[word.Length];
        Widen(word, text, 0x20);
        return (ReadOnlySpan<char>)text is "b" or "kb" or "mb" or "gb" or "tb" or "kib" or "mib" or "gib" or "tib" or "byte" or "bytes" or "kbps" or "mbps"
            or "s" or "ns" or "us" or "ms" or "sec" or "secs" or "msec" or "msecs" or "usec" or "usecs" or "min" or "mins" or "hr" or "hrs"
            or "second" or "seconds" or "minute" or "minutes" or "hour" or "hours" or "day" or "days"
            or "millis" or "millisecond" or "milliseconds" or "microsecond" or "microseconds" or "nanosecond" or "nanoseconds"
            or "hz" or "khz" or "mhz" or "ghz" or "am" or "pm";
    }

    private static void Widen(ReadOnlySpan<byte> word, Span<char> text, int fold)
    {
        for (int i = 0; i < word.Length; i++)
        {
            text[i] = (char)(word[i] | fold);
        }
    }
}

using System.Globalization;

namespace CiFeatures.Formats.Csv;

/// <summary>Points in time as CSV has them.</summary>
internal static class CsvTime
{
    private static readonly long Least = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Greatest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTime ToDate(long millis, string column) => millis >= Least && millis <= Greatest
        ? DateTimeOffset.FromUnixTimeMilliseconds(millis).UtcDateTime
        : throw new ArgumentException($"Column {column}: {millis} ms is not in the years 1 to 9999.");

    /// <summary>Reads a date, or a date and time of ISO 8601; a time without a zone is UTC. Rounded down to milliseconds.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long millis)
    {
        millis = 0;
        bool looksRight = text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]) && (text.Length == 10 || text[10] is 'T' or ' ');
        if (!looksRight || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time))
        {
            return false;
        }

        millis = time.ToUnixTimeMilliseconds();
        return true;
    }
}

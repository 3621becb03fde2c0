namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The forms of a date in front of a line's time of day, as milliseconds since 1970 UTC.</summary>
internal static class StampDate
{
    /// <summary>The year that a date without one is put in until it is known; a leap year, so that every date exists.</summary>
    public const int NominalYear = 2000;

    /// <summary>Reads <c>yyyy-MM-dd</c> or <c>yyyy/MM/dd</c>.</summary>
    public static bool TryFull(ReadOnlySpan<byte> date, out long ms)
    {
        ms = 0;
        return AreTwoDigits(date, 0) && AreTwoDigits(date, 2) && date[4] is (byte)'-' or (byte)'/' && AreTwoDigits(date, 5) && date[7] == date[4]
            && AreTwoDigits(date, 8) && TryDays((Two(date, 0) * 100) + Two(date, 2), Two(date, 5), Two(date, 8), out ms);
    }

    /// <summary>Reads klog's <c>IMMdd </c>, the blank included.</summary>
    public static bool TryKlog(ReadOnlySpan<byte> date, out long ms)
    {
        ms = 0;
        return date[0] is (byte)'I' or (byte)'W' or (byte)'E' or (byte)'F' && date[5] == (byte)' ' && AreTwoDigits(date, 1) && AreTwoDigits(date, 3)
            && TryDays(NominalYear, Two(date, 1), Two(date, 3), out ms);
    }

    /// <summary>Reads syslog's <c>MMM dd </c>, the last blank included; the day may have a blank for its first digit.</summary>
    public static bool TrySyslog(ReadOnlySpan<byte> date, out long ms)
    {
        ms = 0;
        if (date[3] != (byte)' ' || date[6] != (byte)' ' || !IsDigit(date[5]) || (!IsDigit(date[4]) && date[4] != (byte)' '))
        {
            return false;
        }

        int tens = IsDigit(date[4]) ? date[4] - '0' : 0;
        return TryDays(NominalYear, Month(date[..3]), (tens * 10) + date[5] - '0', out ms);
    }

    private static bool TryDays(int year, int month, int day, out long ms)
    {
        ms = 0;
        if (month is < 1 or > 12 || day < 1 || year < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ms = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return true;
    }

    private static int Month(ReadOnlySpan<byte> name)
    {
        int at = "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(name);
        return at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    private static int Two(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool AreTwoDigits(ReadOnlySpan<byte> text, int at) => IsDigit(text[at]) && IsDigit(text[at + 1]);
}

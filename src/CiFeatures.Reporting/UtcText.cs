using System.Globalization;

namespace CiFeatures.Reporting;

/// <summary>Times as text, always UTC.</summary>
internal static class UtcText
{
    private static readonly long LatestMs = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Whether a published time is one: 0 stands for "not known", and what lies outside the years 1970 to 9999 is no time.</summary>
    public static bool IsKnown(long timeMs) => timeMs > 0 && timeMs <= LatestMs;

    public static string Minute(long timeMs) => Format(timeMs, "yyyy-MM-dd HH:mm");

    public static string Format(long timeMs, string format) =>
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs).ToString(format, CultureInfo.InvariantCulture);
}

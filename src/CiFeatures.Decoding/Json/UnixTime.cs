using System.Globalization;
using System.Text.Json;

namespace CiFeatures.Decoding.Json;

/// <summary>Reads times, whose unit changed over the years: seconds, milliseconds and microseconds since 1970 are told apart by their size.</summary>
/// <remarks>Column times are milliseconds; a row's alert had milliseconds in 2020 and microseconds in 2021; summaries mix seconds and milliseconds.</remarks>
internal static class UnixTime
{
    /// <summary>
    /// What is smaller is seconds. As seconds it is the year 5138, as milliseconds it is March 1973: no run is near either.
    /// </summary>
    public const double SecondsBelow = 1e11;

    /// <summary>What is at least this is microseconds. As microseconds it is March 1973, as milliseconds the year 5138.</summary>
    public const double MicrosecondsFrom = 1e14;

    /// <summary>1990-01-01 UTC: before it there were no services that publish such answers.</summary>
    public const long PlausibleFromMs = 631_152_000_000;

    /// <summary>2100-01-01 UTC: from it on a time is taken for one in a wrong unit.</summary>
    public const long PlausibleBelowMs = 4_102_444_800_000;

    private const double LatestMicroseconds = 1e17;
    private const double GoZeroSeconds = -62_135_596_800;

    /// <summary>Whether a time can be that of a run: from 1990 to 2099.</summary>
    /// <param name="milliseconds">Milliseconds since 1970 UTC.</param>
    public static bool IsPlausible(long milliseconds) => milliseconds is >= PlausibleFromMs and < PlausibleBelowMs;

    /// <summary>A time for a message, as UTC to the second.</summary>
    /// <param name="milliseconds">Milliseconds since 1970 UTC.</param>
    public static string Describe(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="milliseconds">Milliseconds since 1970 UTC, fractions dropped; null for 0, for <c>null</c> and for Go's zero time (year 1).</param>
    /// <returns>False when the value is not a time between 1970 and 5138; <paramref name="milliseconds"/> is null then.</returns>
    public static bool TryRead(ref readonly Utf8JsonReader reader, out long? milliseconds)
    {
        milliseconds = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double number) || !double.IsFinite(number))
        {
            return false;
        }

        if (number is 0 or GoZeroSeconds or GoZeroSeconds * 1000)
        {
            return true;
        }

        if (number is < 0 or >= LatestMicroseconds)
        {
            return false;
        }

        double ms = number switch
        {
            < SecondsBelow => number * 1000,
            < MicrosecondsFrom => number,
            _ => number / 1000,
        };
        milliseconds = ms < 1 ? null : (long)ms;
        return ms >= 1;
    }
}

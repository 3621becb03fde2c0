using System.Text.Json;

namespace CiFeatures.Decoding.Json;

/// <summary>Reads times, whose unit changed over the years: seconds and milliseconds since 1970 are told apart by their size.</summary>
internal static class UnixTime
{
    /// <summary>
    /// What is smaller is seconds. As seconds it is the year 5138, as milliseconds it is March 1973: no run is near either.
    /// </summary>
    public const double SecondsBelow = 1e11;

    private const double LatestMs = 253_402_300_799_999;
    private const double GoZeroSeconds = -62_135_596_800;

    /// <summary>Reads a time.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="milliseconds">Milliseconds since 1970 UTC, fractions dropped; null for 0, for <c>null</c> and for Go's zero time (year 1).</param>
    /// <returns>False when the value is not a time between 1970 and 9999; <paramref name="milliseconds"/> is null then.</returns>
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

        double ms = number < SecondsBelow ? number * 1000 : number;
        if (ms is < 1 or > LatestMs)
        {
            return false;
        }

        milliseconds = (long)ms;
        return true;
    }
}

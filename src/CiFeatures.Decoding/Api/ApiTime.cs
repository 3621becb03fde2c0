using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Times of the API: RFC 3339 texts as protobuf JSON writes them; 1970-01-01T00:00:00Z stands for "never".</summary>
internal static class ApiTime
{
    /// <summary>What the service writes where there is no time.</summary>
    public const string Never = "1970-01-01T00:00:00Z";

    private const long GoZeroSeconds = -62_135_596_800;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>Reads a time; one that is not plausible is kept and reported.</summary>
    /// <param name="answer">The reader; stands on the value.</param>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    /// <returns>Milliseconds since 1970 UTC, smaller parts dropped; null for never, for <c>null</c>, for Go's zero time and for what is not a time, which is reported.</returns>
    public static long? Read(ref AnswerReader answer, string field, string test = "")
    {
        string position = $"{field}, byte {answer.Position}";
        long? time = ReadAny(ref answer, field, test);
        if (time is { } ms && !UnixTime.IsPlausible(ms))
        {
            answer.Issues.Add(DecodingCodes.ImplausibleTime, DecodeRepair.Noted, test, position, $"\"{field}\" is {UnixTime.Describe(ms)}.");
        }

        return time;
    }

    /// <summary>Reads a time, plausible or not; else as <see cref="Read"/>.</summary>
    /// <param name="answer">The reader; stands on the value.</param>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public static long? ReadAny(ref AnswerReader answer, string field, string test = "")
    {
        long position = answer.Position;
        if (answer.Token is not (JsonTokenType.String or JsonTokenType.StartObject))
        {
            return answer.AnyTime(field, test);
        }

        string found = answer.Token == JsonTokenType.String ? answer.Text() : "an object without \"seconds\"";
        bool isTime = answer.Token == JsonTokenType.String ? TryParse(found, out long seconds, out int nanos) : TryParts(ref answer, out seconds, out nanos);
        if (isTime && seconds == GoZeroSeconds)
        {
            return null;
        }

        if (!isTime || seconds < 0)
        {
            string shown = found.Length > 40 ? found[..40] + "…" : found;
            answer.Issues.Add(DecodingCodes.UnusableTime, DecodeRepair.Ignored, test, $"{field}, byte {position}", $"\"{field}\" is not a time: it is {shown}.");
            return null;
        }

        long milliseconds = (seconds * 1000) + (nanos / 1_000_000);
        return milliseconds == 0 ? null : milliseconds;
    }

    /// <summary>Writes a time as protobuf JSON does: with three digits after the second where there are milliseconds.</summary>
    /// <param name="milliseconds">Milliseconds since 1970 UTC; 0 gives <see cref="Never"/>. What no date can hold becomes the nearest that can.</param>
    public static string Format(long milliseconds)
    {
        long ms = Math.Clamp(milliseconds, GoZeroSeconds * 1000, LastMillisecond);
        string format = ms % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        return DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a time as protobuf JSON does: with none, three, six or nine digits after the second.</summary>
    /// <param name="seconds">Seconds since 1970 UTC.</param>
    /// <param name="nanos">Nanoseconds after it.</param>
    public static string Format(long seconds, int nanos)
    {
        string second = Format(Math.Clamp(seconds, GoZeroSeconds, LastMillisecond / 1000) * 1000)[..^1];
        string fraction = nanos switch
        {
            0 => "",
            _ when nanos % 1_000_000 == 0 => $".{nanos / 1_000_000:D3}",
            _ when nanos % 1000 == 0 => $".{nanos / 1000:D6}",
            _ => $".{nanos:D9}",
        };
        return $"{second}{fraction}Z";
    }

    /// <summary>Reads an RFC 3339 time; the offset may be any, the fraction has one to nine digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seconds">Seconds since 1970 UTC.</param>
    /// <param name="nanos">Nanoseconds after it.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long seconds, out int nanos)
    {
        const int SecondsEnd = 19;
        seconds = 0;
        nanos = 0;
        if (text.Length <= SecondsEnd || text[10] is not ('T' or 't')
            || !DateTime.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            || !TimeSpan.TryParseExact(text[11..SecondsEnd], @"hh\:mm\:ss", CultureInfo.InvariantCulture, out TimeSpan time))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[SecondsEnd..];
        if (rest[0] == '.' && !TryFraction(ref rest, out nanos))
        {
            return false;
        }

        if (!TryOffset(rest, out int offsetSeconds))
        {
            return false;
        }

        seconds = ((day - DateTime.UnixEpoch + time).Ticks / TimeSpan.TicksPerSecond) - offsetSeconds;
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out int nanos)
    {
        int digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
        nanos = 0;
        if (digits is < 1 or > 9)
        {
            return false;
        }

        for (int i = 0; i < 9; i++)
        {
            nanos = (nanos * 10) + (i < digits ? rest[1 + i] - '0' : 0);
        }

        rest = rest[(1 + digits)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out int seconds)
    {
        seconds = 0;
        if (rest is ['Z'] or ['z'])
        {
            return true;
        }

        if (rest.Length != 6 || rest[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(rest[1..], @"hh\:mm", CultureInfo.InvariantCulture, out TimeSpan offset))
        {
            return false;
        }

        seconds = (rest[0] == '-' ? -1 : 1) * (int)offset.TotalSeconds;
        return true;
    }

    // The form of a timestamp's two fields, as programs write it that know nothing of protobuf JSON's own form for it.
    private static bool TryParts(ref AnswerReader answer, out long seconds, out int nanos)
    {
        seconds = 0;
        nanos = 0;
        bool good = true;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            bool isSeconds = answer.TextIs("seconds"u8);
            bool isNanos = answer.TextIs("nanos"u8);
            answer.Read();
            if (isSeconds)
            {
                good &= TryWhole(ref answer, out seconds) && seconds is >= GoZeroSeconds and <= LastMillisecond / 1000;
            }
            else if (isNanos)
            {
                good &= TryWhole(ref answer, out long whole) && whole is >= 0 and < 1_000_000_000;
                nanos = good ? (int)whole : 0;
            }

            answer.Skip();
        }

        return good;
    }

    private static bool TryWhole(ref AnswerReader answer, out long value)
    {
        value = 0;
        return answer.Token switch
        {
            JsonTokenType.Number => answer.Json.TryGetInt64(out value),
            JsonTokenType.String => long.TryParse(answer.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            JsonTokenType.Null => true,
            _ => false,
        };
    }
}

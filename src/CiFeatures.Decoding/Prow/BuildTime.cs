using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Times of a build's files: seconds since 1970 as number or as digits in a text, also milliseconds and microseconds (told by size), and RFC 3339 texts.</summary>
internal static class BuildTime
{
    /// <summary>Reads a time; what is not one is reported, and so is one before 1990 or after 2099, which is kept.</summary>
    /// <param name="answer">The reader; stands on the value.</param>
    /// <param name="field">The field, for the report.</param>
    /// <returns>UTC; null for <c>null</c>, 0, an empty text, Go's zero time, and what is not a time.</returns>
    public static DateTimeOffset? Read(ref AnswerReader answer, string field)
    {
        if (answer.Token != JsonTokenType.String)
        {
            return answer.Time(field) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
        }

        string text = answer.Text();
        if (text.Length == 0)
        {
            return null;
        }

        if (!TryParse(text, out DateTimeOffset? time))
        {
            answer.Issues.Add(DecodingCodes.UnusableTime, DecodeRepair.Ignored, "", $"{field}, byte {answer.Position}", $"\"{field}\" is not a time: it is \"{BuildJson.Shown(text)}\".");
        }
        else if (time is { } found && !UnixTime.IsPlausible(found.ToUnixTimeMilliseconds()))
        {
            answer.Issues.Add(DecodingCodes.ImplausibleTime, DecodeRepair.Noted, "", $"{field}, byte {answer.Position}", $"\"{field}\" is {UnixTime.Describe(found.ToUnixTimeMilliseconds())}.");
        }

        return time;
    }

    /// <summary>Reads a time from a text: digits, or RFC 3339.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">UTC, to the millisecond; null for zero times.</param>
    /// <returns>False when it is neither.</returns>
    public static bool TryParse(string text, out DateTimeOffset? time)
    {
        time = null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            Utf8JsonReader digits = new(System.Text.Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)));
            bool good = digits.Read() && UnixTime.TryRead(in digits, out long? ms);
            if (good)
            {
                UnixTime.TryRead(in digits, out ms);
                time = ms is { } found ? DateTimeOffset.FromUnixTimeMilliseconds(found) : null;
            }

            return good;
        }

        if (!ApiTime.TryParse(text, out long seconds, out int nanos))
        {
            return false;
        }

        // Go writes year 1 where it has no time.
        if (seconds > 0)
        {
            time = DateTimeOffset.FromUnixTimeMilliseconds((seconds * 1000) + (nanos / 1_000_000));
        }

        return true;
    }
}

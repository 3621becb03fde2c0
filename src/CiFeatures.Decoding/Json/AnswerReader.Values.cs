using System.Text;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Json;

/// <content>Reads single values. Each method stands on the value and leaves the reader on the value's last token.</content>
internal ref partial struct AnswerReader
{
    /// <summary>The name of the property that the reader stands on.</summary>
    public string Name() => Text();

    /// <summary>Whether the string or property name that the reader stands on is a certain text.</summary>
    /// <param name="text">The text; no character of it needs an escape.</param>
    public bool TextIs(ReadOnlySpan<byte> text) =>
        Json.ValueIsEscaped ? Text() == Encoding.UTF8.GetString(text) : Json.ValueSpan.SequenceEqual(text);

    /// <summary>The string that the reader stands on; one beyond the limit is cut and reported.</summary>
    public string Text()
    {
        try
        {
            return Json.ValueSpan.Length <= Limits.MaxTextBytes ? _pool.Get(_document, in Json) : CutText();
        }
        catch (InvalidOperationException e)
        {
            DecodingErrors.DamagedJson("a text has half of a surrogate pair.", Place(), e);
            return "";
        }
    }

    /// <summary>A text where a number is as good as a text (its digits are kept).</summary>
    /// <param name="text">The text.</param>
    /// <returns>False, with the reader unmoved, when the value is neither.</returns>
    public bool TryText(out string text)
    {
        text = Token switch
        {
            JsonTokenType.String => Text(),
            JsonTokenType.Number => Digits(),
            _ => "",
        };
        return Token is JsonTokenType.String or JsonTokenType.Number;
    }

    /// <summary>A text field that may be null; a value of another type is reported and counts as absent.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public Published<string> OptionalText(string field, string test = "")
    {
        if (Token == JsonTokenType.Null)
        {
            return Published<string>.Null;
        }

        if (TryText(out string text))
        {
            return Published<string>.Of(text);
        }

        IgnoreWrongType(field, test);
        return default;
    }

    /// <summary>A field with a whole number that may be null; what is not one, or is beyond int32, is reported and counts as absent.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public Published<int> OptionalWhole(string field, string test = "") => OptionalNumber(field, test, int.MinValue);

    /// <summary>A field with a count that may be null; what is not a whole number from 0 to the end of int32 is reported and counts as absent.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public Published<int> OptionalCount(string field, string test = "") => OptionalNumber(field, test, 0);

    /// <summary>A count; null when the field is null or what it has is no count, which is reported as by <see cref="OptionalCount"/>.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public int? Count(string field, string test = "") => OptionalCount(field, test) is { HasValue: true } count ? count.ValueOrDefault() : null;

    /// <summary>A field with true or false that may be null; a value of another type is reported and counts as absent.</summary>
    /// <param name="field">The field, for the report.</param>
    public Published<bool> OptionalFlag(string field)
    {
        switch (Token)
        {
            case JsonTokenType.Null:
                return Published<bool>.Null;
            case JsonTokenType.True or JsonTokenType.False:
                return Published<bool>.Of(Token == JsonTokenType.True);
            default:
                IgnoreWrongType(field);
                return default;
        }
    }

    /// <summary>A time in whatever unit; null when there is none. What is not a time is reported, and so is one before 1990 or after 2099, which is kept.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public long? Time(string field, string test = "")
    {
        long? milliseconds = AnyTime(field, test);
        if (milliseconds is { } ms && !UnixTime.IsPlausible(ms))
        {
            Issues.Add(
                DecodingCodes.ImplausibleTime, DecodeRepair.Noted, test, $"{field}, byte {Position}",
                $"\"{field}\" is {Found()}, which is {UnixTime.Describe(ms)}.");
        }

        return milliseconds;
    }

    /// <summary>A time in whatever unit, told by size, be it plausible or not; null when there is none. What is not a time is reported.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public long? AnyTime(string field, string test = "")
    {
        if (!UnixTime.TryRead(in Json, out long? milliseconds))
        {
            Issues.Add(DecodingCodes.UnusableTime, DecodeRepair.Ignored, test, $"{field}, byte {Position}", $"\"{field}\" is not a time: it is {Found()}.");
            Skip();
        }

        return milliseconds;
    }

    /// <summary>The value's JSON text, whatever it is; null when the budget for such fields is used up, which is reported.</summary>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The row, or empty.</param>
    public string? Raw(string field, string test = "")
    {
        long at = Position;
        int start = (int)Json.TokenStartIndex;
        Skip();
        ReadOnlySpan<byte> raw = _document[start..(int)Json.BytesConsumed];
        if (_otherBytes + raw.Length > Limits.MaxOtherFieldBytes)
        {
            Issues.Add(
                DecodingCodes.FieldTooLarge, DecodeRepair.Ignored, test, $"{field}, byte {at}",
                $"\"{field}\" has {raw.Length} bytes; fields that are kept as they are may have {Limits.MaxOtherFieldBytes} bytes together.");
            return null;
        }

        _otherBytes += raw.Length;
        return Encoding.UTF8.GetString(raw);
    }

    /// <summary>Keeps the value's JSON text under a field's name.</summary>
    /// <param name="fields">Where to; made when there is something to keep.</param>
    /// <param name="field">The field.</param>
    /// <param name="test">The row, or empty.</param>
    public void KeepOther(ref SortedDictionary<string, string>? fields, string field, string test = "")
    {
        if (Raw(field, test) is { } raw)
        {
            fields ??= new(StringComparer.Ordinal);
            fields[field] = raw;
        }
    }

    /// <summary>The value for a message: its text when short, otherwise what it is.</summary>
    public readonly string Found() => Token switch
    {
        JsonTokenType.Number when Json.ValueSpan.Length <= 40 => Digits(),
        JsonTokenType.None => "nothing",
        _ => Describe(Token),
    };

    private Published<int> OptionalNumber(string field, string test, int least)
    {
        switch (Token)
        {
            case JsonTokenType.Null:
                return Published<int>.Null;
            case JsonTokenType.Number when JsonNumbers.TryInt32(in Json, out int number) && number >= least:
                return Published<int>.Of(number);
            case JsonTokenType.Number:
                Issues.Add(
                    DecodingCodes.UnusableNumber, DecodeRepair.Ignored, test, $"{field}, byte {Position}",
                    $"\"{field}\" is {Found()}, not a whole number from {least} to {int.MaxValue}.");
                return default;
            default:
                IgnoreWrongType(field, test);
                return default;
        }
    }

    private readonly string Digits() => Encoding.UTF8.GetString(Json.ValueSpan);

    private string CutText()
    {
        Issues.Add(
            DecodingCodes.FieldTooLarge, DecodeRepair.Cut, "", $"byte {Position}",
            $"A text has {Json.ValueSpan.Length} bytes; the limit is {Limits.MaxTextBytes}.");
        string whole = Json.GetString()!;
        int length = Math.Min(whole.Length, Limits.MaxTextBytes);
        if (length > 0 && length < whole.Length && char.IsHighSurrogate(whole[length - 1]))
        {
            length--;
        }

        return whole[..length];
    }
}

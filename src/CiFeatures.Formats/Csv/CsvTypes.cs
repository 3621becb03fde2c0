using System.Globalization;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Csv;

/// <summary>Narrows down what a column can be as its cells come by.</summary>
internal sealed class CsvTypes
{
    private bool _any;
    private bool _boolean = true;
    private bool _int32 = true;
    private bool _int64 = true;
    private bool _float64 = true;
    private bool _timestamp = true;

    public bool HasNulls { get; private set; }

    public ColumnType Type => (_any, _boolean, _int32, _int64, _float64, _timestamp) switch
    {
        (false, _, _, _, _, _) => ColumnType.Text,
        (_, true, _, _, _, _) => ColumnType.Boolean,
        (_, _, true, _, _, _) => ColumnType.Int32,
        (_, _, _, true, _, _) => ColumnType.Int64,
        (_, _, _, _, true, _) => ColumnType.Float64,
        (_, _, _, _, _, true) => ColumnType.TimestampMs,
        _ => ColumnType.Text,
    };

    public void Add(string text, bool isQuoted)
    {
        if (text.Length == 0 && !isQuoted)
        {
            HasNulls = true;
            return;
        }

        _any = true;
        _boolean = _boolean && CsvValues.TryBoolean(text, out _);
        _int64 = _int64 && CsvValues.TryInt64(text, out _) && !HasLeadingZero(text);
        _int32 = _int32 && _int64 && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

        // A whole number that is too long for 64 bits is a name, not a rounded number.
        _float64 = _float64 && CsvValues.TryFloat64(text, out _) && !HasLeadingZero(text) && (_int64 || !IsLongInteger(text));
        _timestamp = _timestamp && CsvTime.TryParse(text, out _);
    }

    private static bool HasLeadingZero(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
    }

    private static bool IsLongInteger(string text) =>
        text.AsSpan().TrimStart("+-").IndexOfAnyExceptInRange('0', '9') < 0 && !CsvValues.TryInt64(text, out _);
}

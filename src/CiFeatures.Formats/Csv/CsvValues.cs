using System.Globalization;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Csv;

/// <summary>Reads the cells of CSV files as values.</summary>
internal static class CsvValues
{
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryBoolean(string text, out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    public static bool TryInt64(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Also reads the spellings of NaN and infinity of pandas and DuckDB.</summary>
    public static bool TryFloat64(string text, out double value)
    {
        if (double.TryParse(text, Fraction, CultureInfo.InvariantCulture, out value))
        {
            return double.IsFinite(value) || !char.IsAsciiDigit(text[^1]);
        }

        bool isInfinite = text.AsSpan().TrimStart("+-").Equals("inf", StringComparison.OrdinalIgnoreCase);
        value = text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
        return isInfinite;
    }

    /// <summary>Adds a cell to a column; false when it does not fit the column's type.</summary>
    public static bool TryAppend(ColumnBuilder column, string text, bool isQuoted)
    {
        ColumnSchema schema = column.Schema;
        if (text.Length == 0 && (schema.Type != ColumnType.Text || (!isQuoted && schema.Nullable)))
        {
            if (schema.Nullable)
            {
                column.AppendNull();
            }

            return schema.Nullable;
        }

        switch (column)
        {
            case ColumnBuilder<string> texts:
                texts.Append(text);
                return true;
            case ColumnBuilder<bool> flags when TryBoolean(text, out bool flag):
                flags.Append(flag);
                return true;
            case ColumnBuilder<sbyte> numbers when sbyte.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out sbyte number):
                numbers.Append(number);
                return true;
            case ColumnBuilder<int> numbers when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number):
                numbers.Append(number);
                return true;
            case ColumnBuilder<long> times when schema.Type == ColumnType.TimestampMs:
                bool isTime = CsvTime.TryParse(text, out long millis);
                if (isTime)
                {
                    times.Append(millis);
                }

                return isTime;
            case ColumnBuilder<long> numbers when TryInt64(text, out long number):
                numbers.Append(number);
                return true;
            case ColumnBuilder<float> numbers when TryFloat64(text, out double wide):
                numbers.Append(float.TryParse(text, Fraction, CultureInfo.InvariantCulture, out float narrow) ? narrow : (float)wide);
                return true;
            case ColumnBuilder<double> numbers when TryFloat64(text, out double number):
                numbers.Append(number);
                return true;
            default:
                return false;
        }
    }
}

using System.Globalization;

namespace CiFeatures.Decoding.Prow;

/// <summary>Durations of test cases, which writers format by their locale.</summary>
internal static class JUnitTime
{
    /// <summary>Reads seconds: <c>1.5</c>, <c>1,234.5</c>, <c>1.234,5</c>, <c>0,5</c>, <c>1e-3</c>. A single comma before three digits parts thousands.</summary>
    /// <param name="text">The attribute's text.</param>
    /// <param name="seconds">The number; zero or more.</param>
    /// <returns>False when it is no number, or one below zero or not finite.</returns>
    public static bool TryRead(string text, out double seconds)
    {
        string trimmed = text.Trim();
        int comma = trimmed.LastIndexOf(',');
        int point = trimmed.LastIndexOf('.');
        if (comma >= 0)
        {
            bool decimalComma = point >= 0 ? comma > point : trimmed.IndexOf(',', StringComparison.Ordinal) == comma && trimmed.Length - comma - 1 != 3;
            trimmed = decimalComma
                ? trimmed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : trimmed.Replace(",", "", StringComparison.Ordinal);
        }

        return double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out seconds)
            && double.IsFinite(seconds) && seconds >= 0;
    }
}

using System.Globalization;

namespace CiFeatures.Features.Description;

/// <summary>Writes numbers as C's <c>printf</c> and Python do: the exact value of the double is rounded, and a tie goes to the even digit.</summary>
/// <remarks>.NET's standard formats round like that. Its custom formats, such as <c>0.000000e+00</c>, do not: they round 15 digits once more, and ties away from zero.</remarks>
internal static class PrintfNumber
{
    /// <summary>Writes a number as <c>%.6f</c> does.</summary>
    public static string Fixed(double value) => double.IsFinite(value) ? value.ToString("F6", CultureInfo.InvariantCulture) : NotFinite(value);

    /// <summary>Writes a number as <c>%.6e</c> does: the power has two digits, or three where it needs them.</summary>
    public static string Scientific(double value)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        string text = value.ToString("e6", CultureInfo.InvariantCulture);
        int power = text.IndexOf('e', StringComparison.Ordinal) + 2;
        return text[power] == '0' ? text.Remove(power, 1) : text;
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value < 0 ? "-inf" : "inf";
}

using System.Globalization;

namespace CiFeatures.Decoding.Columns;

/// <summary>Writes numbers with four digits, as short texts have them (C's <c>%.4g</c>).</summary>
internal static class ShortNumber
{
    private const int Digits = 4;

    /// <summary>Writes a number: with an exponent of at least two digits where it is below −4 or above 3, otherwise plainly; no zeros at the end.</summary>
    /// <param name="value">A finite number.</param>
    public static string Format(double value)
    {
        string scientific = value.ToString("e3", CultureInfo.InvariantCulture);
        int mark = scientific.IndexOf('e', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is < -4 or >= Digits)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Trim(scientific[..mark])}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        return Trim(value.ToString($"f{Digits - 1 - exponent}", CultureInfo.InvariantCulture));
    }

    private static string Trim(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
}

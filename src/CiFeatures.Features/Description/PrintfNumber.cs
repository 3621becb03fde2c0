using System.Globalization;
using System.Numerics;

namespace CiFeatures.Features.Description;

/// <summary>Writes numbers as C's <c>printf</c> and Python do: the exact value of the double is rounded, and a tie goes to the even digit.</summary>
/// <remarks>.NET rounds ties away from zero: 0.0078125 with six digits is 0.007813 there and 0.007812 here.</remarks>
internal static class PrintfNumber
{
    // No double has more significant digits than these 767, so what is asked for with them is exact.
    private const string AllDigits = "E766";

    /// <summary>Writes a number as <c>%.6f</c> does.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        (string digits, int exponent) = Exact(value);
        string whole = Round(digits, exponent + 1 + decimals).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{Sign(value)}{whole[..^decimals]}.{whole[^decimals..]}";
    }

    /// <summary>Writes a number as <c>%.6e</c> does.</summary>
    public static string Scientific(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return NotFinite(value);
        }

        (string digits, int exponent) = Exact(value);
        string kept = Round(digits, decimals + 1).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        if (kept.Length > decimals + 1)
        {
            // 9.9999999 has become 10.000000.
            exponent++;
            kept = kept[..^1];
        }

        string power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{Sign(value)}{kept[0]}.{kept[1..]}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static (string Digits, int Exponent) Exact(double value)
    {
        string text = Math.Abs(value).ToString(AllDigits, CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        return (string.Concat(text.AsSpan(0, 1), text.AsSpan(2, mark - 2)), int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary>Gives the first digits as a whole number, rounded by those that follow.</summary>
    private static BigInteger Round(string digits, int keep)
    {
        if (keep < 0)
        {
            return BigInteger.Zero;
        }

        BigInteger kept = keep == 0 ? BigInteger.Zero : BigInteger.Parse(digits.AsSpan(0, keep), NumberStyles.None, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = digits.AsSpan(keep);
        bool isAboveHalf = rest[0] > '5' || (rest[0] == '5' && rest[1..].IndexOfAnyExcept('0') >= 0);
        bool isHalf = rest[0] == '5' && !isAboveHalf;
        return isAboveHalf || (isHalf && !kept.IsEven) ? kept + 1 : kept;
    }

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : Sign(value) + "inf";
}

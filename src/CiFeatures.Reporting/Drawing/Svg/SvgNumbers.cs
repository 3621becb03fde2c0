using System.Globalization;
using System.Text;

namespace CiFeatures.Reporting.Drawing.Svg;

/// <summary>Writes numbers short and the same everywhere.</summary>
internal static class SvgNumbers
{
    public static StringBuilder Number(this StringBuilder text, double value)
    {
        // Rounding first keeps "-0" out; anything that is not a finite number must not reach a picture at all.
        double rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        if (!double.IsFinite(rounded))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A picture has finite coordinates.");
        }

        return Math.Abs(rounded) < 1e9 && rounded == Math.Truncate(rounded)
            ? text.Append(CultureInfo.InvariantCulture, $"{(long)rounded}")
            : text.Append(rounded.ToString("0.##", CultureInfo.InvariantCulture));
    }
}

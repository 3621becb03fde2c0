using System.CommandLine.Parsing;
using System.Globalization;

namespace CiFeatures.Cli.Hosting;

/// <summary>Reads lengths of time from the command line, such as <c>90s</c>, <c>30m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c> or <c>50ms</c>.</summary>
internal static class Durations
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("w", 7 * 86400)];

    /// <summary>The reader of an option.</summary>
    public static TimeSpan? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (TryRead(text, out TimeSpan length))
        {
            return length;
        }

        result.AddError($"\"{text}\" is not a length of time; write it like 30s, 15m, 12h, 7d or 2w.");
        return null;
    }

    /// <summary>Reads a length of time.</summary>
    /// <returns>Whether it is one; negative ones are not.</returns>
    public static bool TryRead(string text, out TimeSpan length)
    {
        foreach ((string unit, double seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                length = TimeSpan.FromSeconds(number * seconds);
                return true;
            }
        }

        length = default;
        return false;
    }
}

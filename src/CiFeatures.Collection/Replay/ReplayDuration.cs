using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay;

/// <summary>Times as people write them for a rehearsal: <c>50ms</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
public static class ReplayDuration
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>Reads a time.</summary>
    /// <param name="setting">What it is for, to be named in an error.</param>
    /// <param name="text">A number, with a point where it is not whole, and a unit: ms, s, m or h; at most a day.</param>
    /// <param name="bareIsMilliseconds">Whether a number without a unit counts milliseconds; otherwise it is an error.</param>
    /// <exception cref="CiFeaturesException">It is not such a text (CIF1261).</exception>
    public static TimeSpan Parse(string setting, string text, bool bareIsMilliseconds = false)
    {
        string trimmed = text.Trim();
        int end = trimmed.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        string unit = trimmed[end..];
        double factor = unit.Length == 0 && bareIsMilliseconds ? 1 : Array.Find(Units, u => u.Unit == unit).Milliseconds;
        bool isNumber = double.TryParse(trimmed.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
        return factor > 0 && isNumber && number * factor <= Longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number * factor)
            : throw ReplayErrors.BadSetting(setting, $"'{text}' is not a time of at most a day", bareIsMilliseconds ? "Write it like 50ms, 1.5s, 2m, or 50 for milliseconds." : "Write it like 50ms, 1.5s, 2m.");
    }
}

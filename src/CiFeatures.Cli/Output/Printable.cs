using System.Globalization;
using System.Text;

namespace CiFeatures.Cli.Output;

/// <summary>Makes names from outside safe for a terminal and short enough for a line.</summary>
internal static class Printable
{
    /// <summary>Replaces control characters, so that a name cannot move the cursor or colour the screen.</summary>
    public static string Line(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            line.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        return line.ToString();
    }

    /// <summary>Shortens a name in the middle, where test names differ least.</summary>
    public static string Short(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, (length - 1) / 2), "…", text.AsSpan(text.Length - (length / 2)));

    /// <summary>Writes a count with thousands parted.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Writes a count with thousands parted, or a dash when there is none.</summary>
    public static string Count(long? value) => value is { } count ? Count(count) : "–";

    /// <summary>Writes a number with one digit, or a dash when there is none.</summary>
    public static string One(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Writes a time, UTC, to the minute, or a dash when there is none.</summary>
    public static string Time(long? ms) =>
        ms is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "–";
}

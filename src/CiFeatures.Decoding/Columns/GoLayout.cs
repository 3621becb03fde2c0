using System.Globalization;
using System.Text;

namespace CiFeatures.Decoding.Columns;

/// <summary>Formats times by Go's reference time, Mon Jan 2 15:04:05 MST 2006: what stands for a part of it is replaced, all else stays.</summary>
internal static class GoLayout
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    // Longer ones first where one begins like another.
    private static readonly (string Token, Func<DateTimeOffset, string> Value)[] Parts =
    [
        ("January", t => t.ToString("MMMM", Culture)),
        ("Jan", t => t.ToString("MMM", Culture)),
        ("Monday", t => t.ToString("dddd", Culture)),
        ("Mon", t => t.ToString("ddd", Culture)),
        ("MST", _ => "UTC"),
        ("2006", t => t.ToString("yyyy", Culture)),
        ("002", t => t.DayOfYear.ToString("000", Culture)),
        ("01", t => t.ToString("MM", Culture)),
        ("02", t => t.ToString("dd", Culture)),
        ("03", t => t.ToString("hh", Culture)),
        ("04", t => t.ToString("mm", Culture)),
        ("05", t => t.ToString("ss", Culture)),
        ("06", t => t.ToString("yy", Culture)),
        ("15", t => t.ToString("HH", Culture)),
        ("__2", t => t.DayOfYear.ToString(Culture).PadLeft(3)),
        ("_2006", t => "_" + t.ToString("yyyy", Culture)),
        ("_2", t => t.Day.ToString(Culture).PadLeft(2)),
        ("PM", t => t.ToString("tt", Culture)),
        ("pm", t => t.ToString("tt", Culture).ToLowerInvariant()),
        ("-07:00:00", _ => "+00:00:00"),
        ("-07:00", _ => "+00:00"),
        ("-070000", _ => "+000000"),
        ("-0700", _ => "+0000"),
        ("-07", _ => "+00"),
        ("Z07:00:00", _ => "Z"),
        ("Z07:00", _ => "Z"),
        ("Z070000", _ => "Z"),
        ("Z0700", _ => "Z"),
        ("Z07", _ => "Z"),
        ("1", t => t.Month.ToString(Culture)),
        ("2", t => t.Day.ToString(Culture)),
        ("3", t => t.ToString("%h", Culture)),
        ("4", t => t.Minute.ToString(Culture)),
        ("5", t => t.Second.ToString(Culture)),
    ];

    /// <summary>Formats a time.</summary>
    /// <param name="layout">The layout. Fractions of a second are not among its parts.</param>
    /// <param name="time">The time, UTC.</param>
    public static string Format(string layout, DateTimeOffset time)
    {
        StringBuilder text = new();
        int at = 0;
        while (at < layout.Length)
        {
            (string token, Func<DateTimeOffset, string>? value) = Array.Find(Parts, p => string.CompareOrdinal(layout, at, p.Token, 0, p.Token.Length) == 0);

            // "Jan" before a small letter is part of some other word.
            bool word = value is not null && token is "Jan" or "Mon" && at + token.Length < layout.Length && char.IsAsciiLetterLower(layout[at + token.Length]);
            if (value is null || word)
            {
                text.Append(layout[at++]);
                continue;
            }

            text.Append(value(time.ToUniversalTime()));
            at += token.Length;
        }

        return text.ToString();
    }
}

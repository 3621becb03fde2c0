namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>
/// A fixed-pitch font of strokes, drawn for this project. Glyphs lie on a grid of 5 by 7 points (x 0 to 4, y 0 to 6 from the
/// baseline upwards, two more below it), so at size 10 its upright strokes fall on whole pixels, and any size can be drawn.
/// </summary>
/// <remarks>
/// A glyph is a list of strokes parted by blanks; a stroke is a list of points, two signs each: x, then y, with <c>a</c> and
/// <c>b</c> for the two rows below the baseline. A stroke of one point is a dot.
/// </remarks>
internal static class StrokeFont
{
    /// <summary>Grid units from one character to the next; the size of a font is ten units.</summary>
    public const double Advance = 6;

    private const string Replacement = "0006464000";

    private static readonly Segment[][] Ascii = [.. StrokeGlyphs.Ascii.Select(Parse)];
    private static readonly Dictionary<char, Segment[]> Others = StrokeGlyphs.Others.ToDictionary(g => g.Key, g => Parse(g.Value));
    private static readonly Segment[] Unknown = Parse(Replacement);

    /// <summary>The strokes of a character in grid units, y upwards; an empty box for characters the font does not have.</summary>
    public static ReadOnlySpan<Segment> Strokes(char c)
    {
        int index = c - ' ';
        return index >= 0 && index < Ascii.Length ? Ascii[index]
            : Others.TryGetValue(c, out Segment[]? strokes) ? strokes
            : Unknown;
    }

    private static Segment[] Parse(string glyph)
    {
        var segments = new List<Segment>();
        foreach (string stroke in glyph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            for (int i = 0; i < stroke.Length; i += 2)
            {
                if (i + 2 < stroke.Length)
                {
                    segments.Add(new Segment(X(stroke, i), Y(stroke, i), X(stroke, i + 2), Y(stroke, i + 2)));
                }
                else if (stroke.Length == 2)
                {
                    segments.Add(new Segment(X(stroke, 0), Y(stroke, 0), X(stroke, 0), Y(stroke, 0)));
                }
            }
        }

        return [.. segments];
    }

    private static double X(string stroke, int i) => stroke[i] - '0';

    private static double Y(string stroke, int i) => stroke[i + 1] switch
    {
        'a' => -1,
        'b' => -2,
        char digit => digit - '0',
    };
}

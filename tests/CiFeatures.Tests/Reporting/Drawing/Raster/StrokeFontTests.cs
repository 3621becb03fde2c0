using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Raster;

namespace CiFeatures.Tests.Reporting.Drawing.Raster;

public class StrokeFontTests
{
    private const string Printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    [Fact]
    public void Ascii_AllGlyphs_AreThere()
    {
        Printable.Length.ShouldBe(95);
        StrokeGlyphs.Ascii.Length.ShouldBe(95);
        StrokeGlyphs.Ascii.Skip(1).ShouldAllBe(g => g.Length > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Text_EveryPrintableCharacter_LooksLikeNoOther(int scale)
    {
        var seen = new Dictionary<string, char>();
        foreach (char c in Printable)
        {
            string look = Look(c, scale);
            seen.TryGetValue(look, out char same).ShouldBeFalse($"'{c}' looks like '{same}' at scale {scale}");
            seen.Add(look, c);
        }
    }

    [Fact]
    public void Text_SimilarCharacters_DifferInAtLeastTwoPixels()
    {
        foreach (string pair in new[] { "0O", "1l", "1I", "lI", "O0", "5S", "2Z", "8B", "uv", "rn", ".,", ":;", "-_", "ce", "gq", "hn" })
        {
            string a = Look(pair[0], 1);
            string b = Look(pair[1], 1);
            a.Zip(b).Count(p => (p.First == '#') != (p.Second == '#')).ShouldBeGreaterThanOrEqualTo(2, pair);
        }
    }

    [Fact]
    public void Text_AtSizeTen_HasSharpUprights()
    {
        // The strokes of H are all upright or level, so no pixel is half covered.
        Look('H', 1).ShouldNotContain('+');
    }

    [Fact]
    public void Strokes_UnknownCharacter_IsABox()
    {
        StrokeFont.Strokes('\u4E2D').ToArray().ShouldBe(StrokeFont.Strokes('\uFFFD').ToArray());
        StrokeFont.Strokes('\u4E2D').Length.ShouldBe(4);
    }

    [Fact]
    public void Strokes_EveryGlyph_StaysInItsCell()
    {
        foreach (char c in Printable)
        {
            foreach (Segment s in StrokeFont.Strokes(c))
            {
                new[] { s.X1, s.X2 }.ShouldAllBe(x => x >= 0 && x <= 4);
                new[] { s.Y1, s.Y2 }.ShouldAllBe(y => y >= -2 && y <= 6);
            }
        }
    }

    private static string Look(char c, int scale)
    {
        var canvas = new RasterCanvas(7, 12, scale);
        canvas.Text(new Spot(0, 9), c.ToString(), new TextStyle(10, new Rgb(0, 0, 0)));
        return string.Concat(Enumerable.Range(0, 12 * scale).SelectMany(y => Enumerable.Range(0, 7 * scale).Select(x => canvas.Pixels[x, y].R switch
        {
            < 100 => '#',
            < 250 => '+',
            _ => ' ',
        })));
    }
}

using System.Xml.Linq;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Svg;

namespace CiFeatures.Tests.Reporting.Drawing.Svg;

public class SvgCanvasTests
{
    [Fact]
    public void ToBytes_EveryShape_IsWellFormed()
    {
        var canvas = new SvgCanvas(100, 50, "a <title> & \"more\"", "what\u0000is it");
        canvas.BeginGroup("row", "tip's <b>");
        canvas.FillBoxes([new Box(1, 2.25, 3.333333, 4)], Rgb.FromHex(0x010203));
        canvas.Lines([new Segment(-0.001, 0, 1e-9, 5)], 1.5, Rgb.White);
        canvas.Polyline([new Spot(0, 0), new Spot(1, 1), new Spot(2, 0)], 1, Rgb.White);
        canvas.Circle(new Spot(5, 5), 2, Rgb.White);
        canvas.PushClip(new Box(0, 0, 10, 10));
        canvas.Text(new Spot(3, 4), "<script>alert(1)</script>", new TextStyle(10, Rgb.White, TextAnchor.End, -90, Bold: true));
        canvas.PopClip();
        canvas.EndGroup();

        XElement svg = SvgText.Parse(canvas.ToBytes());

        svg.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));
        svg.Elements().First().Value.ShouldBe("a <title> & \"more\"");
        svg.Named("desc").Single().Value.ShouldBe("what is it");
        svg.Named("script").ShouldBeEmpty();
        svg.Texts().ShouldBe(["<script>alert(1)</script>"]);
        svg.Boxes(Rgb.FromHex(0x010203)).ShouldBe([new Box(1, 2.25, 3.33, 4)]);
        svg.Named("path").Select(p => (string?)p.Attribute("d")).ShouldContain("M0 0L0 5");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Circle_NotFinite_Throws(double radius)
    {
        var canvas = new SvgCanvas(10, 10, "", "");

        Should.Throw<ArgumentOutOfRangeException>(() => canvas.Circle(new Spot(0, 0), radius, Rgb.White));
    }
}

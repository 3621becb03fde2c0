using CiFeatures.Core.Errors;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Raster;

namespace CiFeatures.Tests.Reporting.Drawing.Raster;

public class RasterCanvasTests
{
    private static readonly Rgb Black = new(0, 0, 0);

    [Fact]
    public void FillBoxes_WholePixels_AreExact()
    {
        var canvas = new RasterCanvas(10, 10, 2);

        canvas.FillBox(new Box(1, 2, 3, 4), Black);

        Count(canvas, Black).ShouldBe(6 * 8);
        canvas.Pixels[2, 4].ShouldBe(Black);
        canvas.Pixels[1, 4].ShouldBe(Rgb.White);
    }

    [Fact]
    public void FillBoxes_HalfAPixel_IsHalfCovered()
    {
        var canvas = new RasterCanvas(4, 4, 1);

        canvas.FillBox(new Box(0.5, 1, 2, 1), Black);

        ((double)canvas.Pixels[0, 1].R).ShouldBe(128, 1);
        canvas.Pixels[1, 1].ShouldBe(Black);
        ((double)canvas.Pixels[2, 1].R).ShouldBe(128, 1);
    }

    [Fact]
    public void PushClip_Shapes_StayInside()
    {
        var canvas = new RasterCanvas(20, 20, 1);

        canvas.PushClip(new Box(5, 5, 5, 5));
        canvas.FillBox(new Box(-1e9, -1e9, 2e9, 2e9), Black);
        canvas.Circle(new Spot(7, 7), 50, Black);
        canvas.PopClip();

        Count(canvas, Black).ShouldBe(25);
        canvas.FillBox(new Box(0, 0, 1, 1), Black);
        Count(canvas, Black).ShouldBe(26);
    }

    [Fact]
    public void Circle_Area_IsThatOfACircle()
    {
        var canvas = new RasterCanvas(60, 60, 1);

        canvas.Circle(new Spot(30, 30), 20, Black);

        Darkness(canvas).ShouldBe(Math.PI * 400, 12);
    }

    [Fact]
    public void Lines_Slanted_CoverLengthTimesWidth()
    {
        var canvas = new RasterCanvas(120, 120, 1);

        canvas.Lines([new Segment(10, 10, 100, 70)], 3, Black);

        double length = Math.Sqrt((90 * 90) + (60 * 60));
        Darkness(canvas).ShouldBe((length * 3) + (Math.PI * 1.5 * 1.5), 12);
    }

    [Fact]
    public void Text_Turned_CoversTheSameArea()
    {
        var level = new RasterCanvas(100, 100, 1);
        var upright = new RasterCanvas(100, 100, 1);

        level.Text(new Spot(50, 50), "minutes", new TextStyle(10, Black, TextAnchor.Middle));
        upright.Text(new Spot(50, 50), "minutes", new TextStyle(10, Black, TextAnchor.Middle, -90));

        Darkness(upright).ShouldBe(Darkness(level), 2);
        Enumerable.Range(0, 100).Any(y => upright.Pixels[20, y] == Black).ShouldBeFalse();
        Enumerable.Range(0, 100).Any(y => level.Pixels[30, y] == Black).ShouldBeTrue();
    }

    [Fact]
    public void RasterCanvas_TooManyPixels_Throws()
    {
        var error = Should.Throw<CiFeaturesException>(() => new RasterCanvas(100_000, 100_000, 4));

        error.Code.ShouldBe("CIF1603");
        error.Remedy.ShouldNotBeEmpty();
    }

    private static int Count(RasterCanvas canvas, Rgb color) =>
        Enumerable.Range(0, canvas.Pixels.Height).Sum(y => Enumerable.Range(0, canvas.Pixels.Width).Count(x => canvas.Pixels[x, y] == color));

    private static double Darkness(RasterCanvas canvas) =>
        Enumerable.Range(0, canvas.Pixels.Height).Sum(y => Enumerable.Range(0, canvas.Pixels.Width).Sum(x => 1 - (canvas.Pixels[x, y].R / 255.0)));
}

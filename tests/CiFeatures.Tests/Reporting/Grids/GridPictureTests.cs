using System.Text;
using System.Xml.Linq;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Tests.Reporting.Grids;

public class GridPictureTests
{
    private const int LegendEntries = 8;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    [InlineData(300, 150)]
    [InlineData(1, 400)]
    public void Render_Svg_ShowsEveryCellInTheColorOfItsClass(int tests, int runs)
    {
        JobGrid grid = SampleGrids.Chance(tests, runs, seed: tests + runs);
        XElement svg = Svg(grid, new GridPictureOptions());

        XElement[] rows = [.. svg.Groups("row")];

        rows.Length.ShouldBe(tests);
        double cell = rows.Sum(r => StatusPalette.Order.Sum(s => r.Area(StatusPalette.Color(s)))) / grid.CellCount;
        foreach (StatusClass status in StatusPalette.Order)
        {
            double cells = rows.Sum(r => r.Area(StatusPalette.Color(status))) / cell;
            cells.ShouldBe(grid.Statuses.ToArray().Count(s => CellStatuses.Class((CellStatus)s) == status), 0.01, status.ToString());
        }
    }

    [Fact]
    public void Render_Legend_HasEveryClassWithItsCount()
    {
        XElement svg = Svg(SampleGrids.Of(new GridInfo { StaleTestThreshold = Published<int>.Of(3) }, ("a", "PPF"), ("b", "LRU"), ("c", "   ")), new GridPictureOptions());

        string[] legend = [.. svg.Groups("legend-entry").Select(g => g.Named("text").Last().Value)];

        legend.Length.ShouldBe(LegendEntries);
        legend.Take(6).ShouldBe(["pass 2", "fail 1", "flaky 1", "running 1", "unknown 1", "no result 3"]);
        legend[7].ShouldContain("(1)");
    }

    [Fact]
    public void Render_LongNames_AreShortenedInTheMiddleAndWholeInTheTooltip()
    {
        string name = "begin " + new string('m', 300) + " end";
        XElement label = Svg(SampleGrids.Of((name, "P")), new GridPictureOptions { LabelWidth = 120 }).Groups("row-label").Single();

        string shown = label.Named("text").Single().Value;

        shown.Length.ShouldBe(20);
        shown.ShouldStartWith("begin ");
        shown.ShouldEndWith("m end");
        label.Named("title").Single().Value.ShouldStartWith(name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Render_NewestLeft_DecidesTheSide(bool newestLeft)
    {
        XElement svg = Svg(SampleGrids.Of(("a", "FPPP")), new GridPictureOptions { NewestLeft = newestLeft });

        double fail = svg.Groups("row").Single().Boxes(StatusPalette.Color(StatusClass.Fail)).Single().X;
        double pass = svg.Groups("row").Single().Boxes(StatusPalette.Color(StatusClass.Pass)).Single().X;

        (fail < pass).ShouldBe(newestLeft);
        svg.Texts().ShouldContain(t => t.StartsWith(newestLeft ? "runs, newest on the left" : "runs, oldest on the left", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Order_ChangesTheRows()
    {
        JobGrid grid = SampleGrids.Of(("b", "PPP"), ("c", "FFP"), ("a", "LPP"));

        Labels(grid, RowOrder.Published).ShouldBe(["b", "c", "a"]);
        Labels(grid, RowOrder.Name).ShouldBe(["a", "b", "c"]);
        Labels(grid, RowOrder.FailingFirst).ShouldBe(["c", "a", "b"]);
    }

    [Fact]
    public void Render_GroupBySuite_HasAHeadForEachSuite()
    {
        JobGrid grid = SampleGrids.Of(("[sig-b] x", "P"), ("lib.test", "P"), ("[sig-a] y", "P"), ("Overall", "P"));

        string[] texts = Svg(grid, new GridPictureOptions { GroupBySuite = true }).Texts();

        texts.ShouldContain("sig-a (1)");
        texts.ShouldContain("lib (1)");
        texts.ShouldContain("(no suite) (1)");
    }

    [Fact]
    public void Render_BeyondTheBounds_ShowsTheWorstAndSaysSo()
    {
        JobGrid grid = SampleGrids.Of(("a", "PPPPF"), ("b", "PPPPP"), ("c", "LPPPP"));
        XElement svg = Svg(grid, new GridPictureOptions { MaxRows = 2, MaxRuns = 3 });

        XElement[] rows = [.. svg.Groups("row")];

        rows.Length.ShouldBe(2);
        rows[0].Boxes(StatusPalette.Color(StatusClass.Fail)).Count().ShouldBe(1);
        rows[1].Boxes(StatusPalette.Color(StatusClass.Flaky)).Count().ShouldBe(1);
        svg.Texts().ShouldContain(t => t.Contains("one cell stands for up to 2 tests × 2 runs", StringComparison.Ordinal));
        svg.Texts().ShouldContain("pass 13");
    }

    [Fact]
    public void Render_HostileNames_AreSafeAndFit()
    {
        JobGrid grid = SampleGrids.Of(
            ("\u0000\u0001\u001B[31m\r\nname", "P"),
            ("<script>alert('x')</script>&\"", "P"),
            (new string('x', 10_000), "F"),
            ("\u202Eevil \u05D0\u05D1\u05D2 \uD800", "P"),
            ("", "P"));
        XElement svg = Svg(grid, new GridPictureOptions());

        svg.Named("script").ShouldBeEmpty();
        svg.Groups("row").Count().ShouldBe(5);
        svg.Texts().ShouldAllBe(t => t.Length < 200);
        svg.Value.ShouldNotContain("\u202E");
        PngReader.Read(Render(grid, new GridPictureOptions(), PictureFormat.Png)).Height.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(0, 0, "no tests and no runs")]
    [InlineData(0, 3, "runs but no tests")]
    [InlineData(3, 0, "tests but no runs")]
    public void Render_EmptyGrid_SaysSo(int tests, int runs, string expected)
    {
        var info = new GridInfo { Alerts = Published<string>.Of("Warning: Test results are stale.") };
        var grid = new JobGrid(
            new JobKey("d", "j"),
            info,
            [.. Enumerable.Range(0, tests).Select(i => new TestRow { Name = $"{i}" })],
            new RunAxis(new string[runs], new long[runs], [], []),
            []);
        XElement svg = Svg(grid, new GridPictureOptions());

        svg.Texts().ShouldContain(t => t.Contains(expected, StringComparison.Ordinal));
        svg.Texts().ShouldContain(t => t.Contains("Warning: Test results are stale.", StringComparison.Ordinal));
        svg.Groups("legend-entry").Count().ShouldBe(LegendEntries);
        PngReader.Read(Render(grid, new GridPictureOptions(), PictureFormat.Png)).Width.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(PictureFormat.Svg)]
    [InlineData(PictureFormat.Png)]
    public void Render_Twice_GivesTheSameBytes(PictureFormat format)
    {
        JobGrid grid = SampleGrids.Chance(60, 50, seed: 3);
        var options = new GridPictureOptions { GroupBySuite = true, Order = RowOrder.FailingFirst };

        Render(grid, options, format).ShouldBe(Render(grid, options, format));
    }

    [Fact]
    public void Render_Png_HasTheColorsOfItsCells()
    {
        var png = PngReader.Read(Render(SampleGrids.Of(("a", "PFLRU ")), new GridPictureOptions { Scale = 1 }, PictureFormat.Png));

        var colors = Enumerable.Range(0, png.Height).SelectMany(y => Enumerable.Range(0, png.Width).Select(x => png.Pixel(x, y))).ToHashSet();

        png.ColorType.ShouldBe(3);
        foreach (Rgb color in StatusPalette.Order.Select(StatusPalette.Color))
        {
            colors.ShouldContain((color.R, color.G, color.B));
        }
    }

    [Fact]
    public void Render_TimesThatAreNone_AreCounted()
    {
        JobGrid grid = SampleGrids.WithDurations("PPPP", null, [SampleGrids.NewestMs, 0, long.MaxValue, -5]);

        Svg(grid, new GridPictureOptions()).Texts().ShouldContain(t => t.Contains("3 runs without a time", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 400, 380, 2)]
    [InlineData(2000, 3000, 380, 2)]
    [InlineData(2000, 400, 5, 2)]
    [InlineData(2000, 400, 380, 9)]
    public void Render_OptionOutOfRange_Throws(int rows, int runs, int label, int scale)
    {
        var options = new GridPictureOptions { MaxRows = rows, MaxRuns = runs, LabelWidth = label, Scale = scale };
        using var output = new MemoryStream();

        Should.Throw<CiFeaturesException>(() => GridPicture.Render(SampleGrids.Of(("a", "P")), options, PictureFormat.Svg, output)).Code.ShouldBe("CIF1602");
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void Render_LargestPngOfTheDefaults_FitsTheBound()
    {
        var png = PngReader.Read(Render(SampleGrids.Chance(2000, 400, seed: 1), new GridPictureOptions(), PictureFormat.Png));

        ((long)png.Width * png.Height).ShouldBeLessThan(64_000_000);
    }

    private static string[] Labels(JobGrid grid, RowOrder order) =>
        [.. Svg(grid, new GridPictureOptions { Order = order }).Groups("row-label").Select(g => g.Named("text").Single().Value)];

    private static XElement Svg(JobGrid grid, GridPictureOptions options)
    {
        byte[] svg = Render(grid, options, PictureFormat.Svg);
        Encoding.UTF8.GetString(svg).ShouldNotContain("\r");
        return SvgText.Parse(svg);
    }

    private static byte[] Render(JobGrid grid, GridPictureOptions options, PictureFormat format)
    {
        using var output = new MemoryStream();
        GridPicture.Render(grid, options, format, output);
        return output.ToArray();
    }
}

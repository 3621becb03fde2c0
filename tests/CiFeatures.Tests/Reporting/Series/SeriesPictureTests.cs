using System.Globalization;
using System.Xml.Linq;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Series;

namespace CiFeatures.Tests.Reporting.Series;

public class SeriesPictureTests
{
    [Fact]
    public void Render_AbsentDurations_AreNotDrawnAsZero()
    {
        XElement svg = Svg(SampleGrids.WithDurations("PPPP", [10, float.NaN, 30, float.NaN]));

        svg.Groups("run").Count().ShouldBe(4);
        svg.Groups("duration").Count().ShouldBe(2);
        svg.Texts().ShouldContain("duration, minutes");
        svg.Texts().ShouldContain(t => t.StartsWith("4 runs, 2 with a duration · 2021-07-27 03:00 to 2021-07-28 00:00 UTC", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_LongerDuration_StandsHigherAndLaterRunFurtherRight()
    {
        XElement svg = Svg(SampleGrids.WithDurations("PP", [30, 10]));

        (double X, double Y)[] marks = [.. svg.Groups("duration").Select(g => g.Named("circle").First()).Select(c => (Number(c, "cx"), Number(c, "cy"))).OrderBy(m => m.Item1)];

        marks.Length.ShouldBe(2);
        marks[1].X.ShouldBeGreaterThan(marks[0].X);
        marks[1].Y.ShouldBeLessThan(marks[0].Y);
    }

    [Fact]
    public void Render_NoDurations_SaysSoAndShowsStatuses()
    {
        XElement svg = Svg(SampleGrids.WithDurations("PFLRU ", null));

        svg.Groups("run").Count().ShouldBe(6);
        svg.Groups("duration").ShouldBeEmpty();
        svg.Texts().ShouldContain(t => t.StartsWith("No durations", StringComparison.Ordinal));
        svg.Texts().ShouldNotContain("duration, minutes");
        svg.Groups("legend-entry").Count().ShouldBe(6);
    }

    [Fact]
    public void Render_RunsWithoutTime_AreCountedAndNotDrawn()
    {
        XElement svg = Svg(SampleGrids.WithDurations("PFPP", [1, 2, 3, 4], [SampleGrids.NewestMs, 0, long.MaxValue, SampleGrids.NewestMs - 1000]));

        svg.Groups("run").Count().ShouldBe(2);
        svg.Texts().ShouldContain(t => t.StartsWith("2 runs without a time", StringComparison.Ordinal));
        svg.Texts().ShouldContain("fail 1");
    }

    [Fact]
    public void Render_UnusableDurations_AreLeftOutAndCounted()
    {
        XElement svg = Svg(SampleGrids.WithDurations("PPPP", [float.PositiveInfinity, -1, 3, 4]));

        svg.Groups("duration").Count().ShouldBe(2);
        svg.Texts().ShouldContain(t => t.StartsWith("2 runs with a negative or infinite duration", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PPF")]
    public void Render_FewRunsOrNoTimes_StillGivesAPicture(string cells)
    {
        JobGrid grid = SampleGrids.WithDurations(cells, null, new long[cells.Length]);

        Svg(grid).Texts().ShouldContain(t => t.StartsWith("There is nothing to draw", StringComparison.Ordinal));
        PngReader.Read(Render(grid, 0, PictureFormat.Png)).Width.ShouldBe(2200);
        Svg(SampleGrids.WithDurations(cells, [.. cells.Select(_ => float.MaxValue)])).Groups("run").Count().ShouldBe(cells.Length);
    }

    [Fact]
    public void Render_HostileName_IsSafe()
    {
        XElement svg = Svg(SampleGrids.Of(("<script>\u0000\u202E" + new string('n', 10_000), "PF")));

        svg.Named("script").ShouldBeEmpty();
        svg.Texts().ShouldAllBe(t => t.Length < 200);
    }

    [Theory]
    [InlineData(PictureFormat.Svg)]
    [InlineData(PictureFormat.Png)]
    public void Render_Twice_GivesTheSameBytes(PictureFormat format)
    {
        JobGrid grid = SampleGrids.WithDurations("PPFLPUPPRP", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Render(grid, 0, format).ShouldBe(Render(grid, 0, format));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Render_NoSuchTest_Throws(int index)
    {
        Should.Throw<CiFeaturesException>(() => Render(SampleGrids.Of(("a", "P")), index, PictureFormat.Svg)).Code.ShouldBe("CIF1601");
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static XElement Svg(JobGrid grid) => SvgText.Parse(Render(grid, 0, PictureFormat.Svg));

    private static byte[] Render(JobGrid grid, int test, PictureFormat format)
    {
        using var output = new MemoryStream();
        SeriesPicture.Render(grid, test, new SeriesPictureOptions(), format, output);
        return output.ToArray();
    }
}

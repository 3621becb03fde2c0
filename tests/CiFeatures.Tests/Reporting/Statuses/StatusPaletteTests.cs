using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Tests.Reporting.Statuses;

public class StatusPaletteTests
{
    public static TheoryData<string, double[]> Visions { get; } = new()
    {
        { "normal", ColorVision.Normal },
        { "protanopia", ColorVision.Protanopia },
        { "deuteranopia", ColorVision.Deuteranopia },
        { "tritanopia", ColorVision.Tritanopia },
    };

    [Theory]
    [MemberData(nameof(Visions))]
    public void Color_AnyTwoClasses_AreApartForEveryColorVision(string vision, double[] matrix)
    {
        foreach ((StatusClass a, StatusClass b) in Pairs(StatusPalette.Order))
        {
            ColorVision.Distance(StatusPalette.Color(a), StatusPalette.Color(b), matrix).ShouldBeGreaterThan(17, $"{a} and {b}, {vision}");
        }
    }

    [Fact]
    public void Color_FrequentClassesWithoutAnyColor_AreApartByLightness()
    {
        foreach ((StatusClass a, StatusClass b) in Pairs([StatusClass.Empty, StatusClass.Pass, StatusClass.Flaky, StatusClass.Fail]))
        {
            ColorVision.Distance(StatusPalette.Color(a), StatusPalette.Color(b), ColorVision.NoColor).ShouldBeGreaterThan(11, $"{a} and {b}");
        }

        (ColorVision.Lightness(StatusPalette.Color(StatusClass.Flaky)) - ColorVision.Lightness(StatusPalette.Color(StatusClass.Fail))).ShouldBeGreaterThan(35);
    }

    [Fact]
    public void Color_Fail_IsTheDarkest()
    {
        StatusPalette.Order.MinBy(s => ColorVision.Lightness(StatusPalette.Color(s))).ShouldBe(StatusClass.Fail);
    }

    [Fact]
    public void MarkColor_OnItsCell_HasContrast()
    {
        foreach (StatusClass status in StatusPalette.Order.Where(CellMarks.HasMark))
        {
            ColorVision.Contrast(StatusPalette.MarkColor(status), StatusPalette.Color(status)).ShouldBeGreaterThan(4, status.ToString());
        }
    }

    [Fact]
    public void Ink_OfTexts_IsReadableOnWhite()
    {
        foreach (Rgb ink in new[] { Ink.Text, Ink.Muted, Ink.Alert })
        {
            ColorVision.Contrast(ink, Rgb.White).ShouldBeGreaterThan(4.5);
        }
    }

    [Fact]
    public void Distance_RedAndGreenForDeuteranopes_ShrinksSoTheSimulationWorks()
    {
        var red = Rgb.FromHex(0xC04030);
        var green = Rgb.FromHex(0x708000);

        ColorVision.Distance(red, green, ColorVision.Deuteranopia).ShouldBeLessThan(ColorVision.Distance(red, green, ColorVision.Normal) / 2);
    }

    [Fact]
    public void Order_Always_HasEveryClassOnce()
    {
        StatusPalette.Order.Order().ShouldBe(Enum.GetValues<StatusClass>().Order());
        StatusPalette.Order.Select(StatusPalette.Name).Distinct().Count().ShouldBe(StatusPalette.Count);
    }

    private static IEnumerable<(StatusClass A, StatusClass B)> Pairs(IReadOnlyList<StatusClass> classes) =>
        classes.SelectMany((a, i) => classes.Skip(i + 1).Select(b => (a, b)));
}

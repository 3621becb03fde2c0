using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Statuses;

/// <summary>Names and colours of the status classes.</summary>
/// <remarks>
/// Hues after Okabe and Ito's set for the colour-blind, moved in lightness so that the classes are apart without hue too:
/// blank is white, passes are light and recede, flaky is of middle lightness, failures are the darkest thing in the picture.
/// A test measures the distances under simulated protanopia, deuteranopia, tritanopia and without any colour.
/// </remarks>
internal static class StatusPalette
{
    private static readonly Rgb EmptyColor = Rgb.FromHex(0xFFFFFF);
    private static readonly Rgb PassColor = Rgb.FromHex(0x94D4C0);
    private static readonly Rgb FailColor = Rgb.FromHex(0x8C1D04);
    private static readonly Rgb FlakyColor = Rgb.FromHex(0xE69500);
    private static readonly Rgb RunningColor = Rgb.FromHex(0x2F7FD0);
    private static readonly Rgb UnknownColor = Rgb.FromHex(0x6A6A6A);

    /// <summary>All classes in the order of legends: the most frequent first, blank last.</summary>
    public static IReadOnlyList<StatusClass> Order { get; } =
        [StatusClass.Pass, StatusClass.Fail, StatusClass.Flaky, StatusClass.Running, StatusClass.Unknown, StatusClass.Empty];

    /// <summary>The number of classes; they are numbered from 0.</summary>
    public static int Count => Order.Count;

    /// <summary>The colour of a class.</summary>
    public static Rgb Color(StatusClass status) => status switch
    {
        StatusClass.Pass => PassColor,
        StatusClass.Fail => FailColor,
        StatusClass.Flaky => FlakyColor,
        StatusClass.Running => RunningColor,
        StatusClass.Empty => EmptyColor,
        _ => UnknownColor,
    };

    /// <summary>The colour of marks on a cell of a class.</summary>
    public static Rgb MarkColor(StatusClass status) => status is StatusClass.Flaky ? Rgb.FromHex(0x1A1A1A) : Rgb.White;

    /// <summary>The name of a class.</summary>
    public static string Name(StatusClass status) => status switch
    {
        StatusClass.Pass => "pass",
        StatusClass.Fail => "fail",
        StatusClass.Flaky => "flaky",
        StatusClass.Running => "running",
        StatusClass.Empty => "no result",
        _ => "unknown",
    };

    /// <summary>How bad a class is, for cells that stand for several: the worst is shown.</summary>
    public static int Rank(StatusClass status) => status switch
    {
        StatusClass.Empty => 0,
        StatusClass.Pass => 1,
        StatusClass.Running => 2,
        StatusClass.Unknown => 3,
        StatusClass.Flaky => 4,
        _ => 5,
    };
}

namespace CiFeatures.Reporting.Series;

/// <summary>How <see cref="SeriesPicture"/> draws a test.</summary>
public sealed record SeriesPictureOptions
{
    /// <summary>The width in pixels at scale 1, 480 to 4000. Default: 1100.</summary>
    public int Width { get; init; } = 1100;

    /// <summary>The height of the part with durations in pixels at scale 1, 80 to 2000. Default: 260.</summary>
    public int PlotHeight { get; init; } = 260;

    /// <summary>Over how many durations the rolling median goes: a run's own and those before it, 1 to 999. Default: 7.</summary>
    public int MedianWindow { get; init; } = 7;

    /// <summary>Pixels of a PNG for each unit of length, 1 to 4; SVG has none. Default: 2, for screens of high density.</summary>
    public int Scale { get; init; } = 2;

    internal void Check()
    {
        ReportingErrors.CheckRange(nameof(Width), Width, 480, 4000);
        ReportingErrors.CheckRange(nameof(PlotHeight), PlotHeight, 80, 2000);
        ReportingErrors.CheckRange(nameof(MedianWindow), MedianWindow, 1, 999);
        ReportingErrors.CheckRange(nameof(Scale), Scale, 1, 4);
    }
}

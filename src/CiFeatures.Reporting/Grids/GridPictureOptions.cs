namespace CiFeatures.Reporting.Grids;

/// <summary>How <see cref="GridPicture"/> draws a grid.</summary>
public sealed record GridPictureOptions
{
    /// <summary>The order of the tests. Default: as published.</summary>
    public RowOrder Order { get; init; } = RowOrder.Published;

    /// <summary>Whether the newest run stands on the left, as TestGrid shows it (default), or on the right.</summary>
    public bool NewestLeft { get; init; } = true;

    /// <summary>Whether tests are put together by suite: the first <c>[sig-…]</c> tag of the name, else what stands before its first dot. Default: no.</summary>
    public bool GroupBySuite { get; init; }

    /// <summary>The most rows of cells, 1 to 5000; a job with more tests is shown with several tests in a row of cells. Default: 2000.</summary>
    public int MaxRows { get; init; } = 2000;

    /// <summary>The most columns of cells, 1 to 2000; a job with more runs is shown with several runs in a column of cells. Default: 400.</summary>
    public int MaxRuns { get; init; } = 400;

    /// <summary>The most width of the test names in pixels at scale 1, 60 to 1200; longer names are shortened in their middle. Default: 380.</summary>
    public int LabelWidth { get; init; } = 380;

    /// <summary>Pixels of a PNG for each unit of length, 1 to 4; SVG has none. Default: 2, for screens of high density.</summary>
    public int Scale { get; init; } = 2;

    internal void Check()
    {
        ReportingErrors.CheckRange(nameof(MaxRows), MaxRows, 1, 5000);
        ReportingErrors.CheckRange(nameof(MaxRuns), MaxRuns, 1, 2000);
        ReportingErrors.CheckRange(nameof(LabelWidth), LabelWidth, 60, 1200);
        ReportingErrors.CheckRange(nameof(Scale), Scale, 1, 4);
    }
}

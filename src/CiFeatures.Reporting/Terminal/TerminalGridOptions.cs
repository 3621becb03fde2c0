using CiFeatures.Reporting.Grids;

namespace CiFeatures.Reporting.Terminal;

/// <summary>How <see cref="TerminalGrid"/> shows a grid.</summary>
public sealed record TerminalGridOptions
{
    /// <summary>The most columns a line may take, 40 to 1000. Default: 100.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The most lines, 6 to 10000. Default: 24.</summary>
    public int Height { get; init; } = 24;

    /// <summary>Whether block characters may be used; else ASCII only. Default: yes.</summary>
    public bool Unicode { get; init; } = true;

    /// <summary>The order of the tests; those at the top are shown when not all fit. Default: failing first.</summary>
    public RowOrder Order { get; init; } = RowOrder.FailingFirst;

    /// <summary>Whether the newest run stands on the left, as TestGrid shows it (default), or on the right.</summary>
    public bool NewestLeft { get; init; } = true;

    internal void Check()
    {
        ReportingErrors.CheckRange(nameof(Width), Width, 40, 1000);
        ReportingErrors.CheckRange(nameof(Height), Height, 6, 10_000);
    }
}

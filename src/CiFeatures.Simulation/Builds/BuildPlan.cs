using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Builds;

/// <summary>One build as its grid shows it: what its files have to agree with.</summary>
internal sealed record BuildPlan
{
    public required string Job { get; init; }

    public required RunPlan Run { get; init; }

    /// <summary>The start of the chance that belongs to this build.</summary>
    public required ulong Key { get; init; }

    public required bool IsRunning { get; init; }

    /// <summary>Whether the service gave the build up after its time was over.</summary>
    public required bool IsLost { get; init; }

    public required bool Passed { get; init; }

    /// <summary>The cells that come from JUnit files, in the order of the job's tests.</summary>
    public required IReadOnlyList<BuildCell> Cells { get; init; }

    public DateTimeOffset Started => DateTimeOffset.FromUnixTimeMilliseconds(Run.StartMs);

    public DateTimeOffset Finished => Started.AddMilliseconds(Run.DurationMs);
}

/// <summary>What became of one test in a build.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Test">The test.</param>
/// <param name="Status">The cell's status.</param>
/// <param name="Message">What the failure says; empty for none.</param>
/// <param name="Seconds">How long it took; null where that is not known.</param>
internal sealed record BuildCell(string Name, TestPlan Test, CellStatus Status, string Message, double? Seconds)
{
    public bool Failed => Status == CellStatus.Fail;
}

using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Publishing;

/// <summary>What the service shows of a job at one moment: columns newest first, rows by recent failure.</summary>
internal sealed class GridView
{
    public required JobPlan Plan { get; init; }

    /// <summary>The runs shown, newest first.</summary>
    public required RunPlan[] Columns { get; init; }

    /// <summary>For each column the run's place in the job's history, oldest 0.</summary>
    public required int[] RunIndex { get; init; }

    public required IReadOnlyList<GridRow> Rows { get; init; }

    public required JobVerdict Verdict { get; init; }

    /// <summary>When the answer was made, milliseconds since 1970 UTC.</summary>
    public required long TakenMs { get; init; }
}

namespace CiFeatures.Simulation;

/// <summary>What a simulation made, over all snapshots.</summary>
public sealed record SimulationResult
{
    /// <summary>Dashboards.</summary>
    public required int Dashboards { get; init; }

    /// <summary>Jobs in the summaries of one snapshot.</summary>
    public required int Jobs { get; init; }

    /// <summary>Table answers.</summary>
    public required int Tables { get; init; }

    /// <summary>Rows of the table answers.</summary>
    public required long Rows { get; init; }

    /// <summary>Columns of the table answers.</summary>
    public required long Columns { get; init; }

    /// <summary>Cells of the table answers, with those without a result.</summary>
    public required long Cells { get; init; }

    /// <summary>Rows with an alert object.</summary>
    public required long Alerts { get; init; }

    /// <summary>Bytes of JSON before compression.</summary>
    public required long Bytes { get; init; }

    /// <summary>Builds with logs and artifacts.</summary>
    public int Builds { get; init; }

    /// <summary>Bytes of the builds' files before compression; not in <see cref="Bytes"/>.</summary>
    public long BuildBytes { get; init; }
}

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection would ask for. The listings that name the jobs were asked for to make it.</summary>
public sealed record CollectPlan
{
    /// <summary>Where the grids would come from.</summary>
    public required TestGridSourceKind Source { get; init; }

    /// <summary>How many requests were sent to make the plan.</summary>
    public required int RequestsSent { get; init; }

    /// <summary>How many jobs the chosen dashboards have.</summary>
    public required int JobsListed { get; init; }

    /// <summary>How many jobs were chosen.</summary>
    public required int JobsChosen { get; init; }

    /// <summary>How many jobs were left out because their newest run is older than was asked for.</summary>
    public required int JobsTooOld { get; init; }

    /// <summary>The further requests, in ordinal order of their paths in the snapshot.</summary>
    public required IReadOnlyList<PlannedRequest> Requests { get; init; }
}

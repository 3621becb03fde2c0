namespace CiFeatures.Simulation;

/// <summary>Bounds that keep a simulation within memory whatever the options say.</summary>
internal static class Limits
{
    /// <summary>Runs in the history of one job, over all snapshots.</summary>
    public const int MostRunsOfAJob = 50_000;

    /// <summary>How long the service keeps results: the recorded answers reach back 60 days at most.</summary>
    public const long KeptMs = 60L * 86_400_000;

    /// <summary>Cells in the history of one job.</summary>
    public const long MostCellsOfAJob = 200_000_000;
}

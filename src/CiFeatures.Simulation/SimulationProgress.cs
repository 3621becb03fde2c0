namespace CiFeatures.Simulation;

/// <summary>How far a simulation is.</summary>
/// <param name="Dashboard">The dashboard of the job that was just finished.</param>
/// <param name="Job">The job that was just finished.</param>
/// <param name="JobsDone">Jobs finished, counted once per snapshot.</param>
/// <param name="JobsTotal">Jobs in all snapshots.</param>
public readonly record struct SimulationProgress(string Dashboard, string Job, int JobsDone, int JobsTotal);

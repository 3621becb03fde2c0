namespace CiFeatures.Simulation.Truth;

/// <summary>Takes the truth about a simulation, job by job.</summary>
public interface ITruthSink
{
    /// <summary>Takes what the whole simulation was made of; called once, first.</summary>
    /// <param name="options">The options.</param>
    /// <param name="version">The version of the simulator's model.</param>
    void Begin(SimulationOptions options, string version);

    /// <summary>Takes the truth about one job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="runs">Its runs, newest first.</param>
    /// <param name="tests">Its tests, by name in ordinal order.</param>
    void Write(JobTruth job, IReadOnlyList<RunTruth> runs, IReadOnlyList<TestTruth> tests);

    /// <summary>Takes the truth about the builds of one job; called where builds are simulated only. Does nothing unless a sink wants it.</summary>
    /// <param name="builds">Its builds, newest first.</param>
    void WriteBuilds(IReadOnlyList<BuildTruth> builds)
    {
    }

    /// <summary>Ends the truth; called once, last.</summary>
    /// <param name="result">What was made.</param>
    void End(SimulationResult result);
}

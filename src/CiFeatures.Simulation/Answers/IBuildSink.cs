namespace CiFeatures.Simulation.Answers;

/// <summary>Takes the builds of simulated jobs, between the beginning and the end of a snapshot of its <see cref="IAnswerSink"/>.</summary>
public interface IBuildSink
{
    /// <summary>Takes one build.</summary>
    /// <param name="build">The build with all its files.</param>
    void Write(SimulatedBuild build);
}

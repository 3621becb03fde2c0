using CiFeatures.Simulation.Answers;

namespace CiFeatures.Tests.Simulation.Support;

/// <summary>Keeps simulated builds in memory, and no answers.</summary>
internal sealed class MemoryBuildSink : IAnswerSink, IBuildSink
{
    public List<SimulatedBuild> Builds { get; } = [];

    public void BeginSnapshot(DateTimeOffset takenAt)
    {
        // Builds are told apart by their keys.
    }

    public void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body)
    {
        // Not asked for.
    }

    public void Write(SimulatedBuild build) => Builds.Add(build);

    public void EndSnapshot()
    {
        // Nothing is held open.
    }
}

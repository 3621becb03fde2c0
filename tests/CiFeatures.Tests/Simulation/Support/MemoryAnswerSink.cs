using CiFeatures.Simulation.Answers;

namespace CiFeatures.Tests.Simulation.Support;

/// <summary>Keeps simulated answers in memory, by snapshot and path.</summary>
internal sealed class MemoryAnswerSink : IAnswerSink
{
    public List<(DateTimeOffset TakenAt, SortedDictionary<string, byte[]> Answers, List<SimulatedAnswer> Order)> Snapshots { get; } = [];

    public int Ended { get; private set; }

    public void BeginSnapshot(DateTimeOffset takenAt) => Snapshots.Add((takenAt, new SortedDictionary<string, byte[]>(StringComparer.Ordinal), []));

    public void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body)
    {
        Snapshots[^1].Answers.Add(string.Join('\n', answer.PathParts), body.ToArray());
        Snapshots[^1].Order.Add(answer);
    }

    public void EndSnapshot() => Ended++;
}

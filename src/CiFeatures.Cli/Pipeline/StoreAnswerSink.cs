using CiFeatures.Collection.Store;
using CiFeatures.Simulation.Answers;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Puts simulated answers into a snapshot store.</summary>
internal sealed class StoreAnswerSink(SnapshotStore store) : IAnswerSink, IDisposable
{
    private readonly List<string> _snapshots = [];
    private SnapshotWriter? _writer;

    /// <summary>Gets the ids of the finished snapshots, oldest first.</summary>
    public IReadOnlyList<string> Snapshots => _snapshots;

    public void BeginSnapshot(DateTimeOffset takenAt) => _writer = store.Create(new SnapshotSource("simulate", ""), takenAt);

    public void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body)
    {
        string dashboard = SafeNames.Encode(answer.Dashboard);
        string path = answer.Job is null ? SnapshotPaths.Summary(dashboard) : SnapshotPaths.Table(dashboard, SafeNames.Encode(answer.Job));
        _writer!.Write(new NewBody(path) { Dashboard = answer.Dashboard, Job = answer.Job }, body);
    }

    public void EndSnapshot()
    {
        _snapshots.Add(_writer!.Complete().Id);
        _writer.Dispose();
        _writer = null;
    }

    /// <summary>Ends; a snapshot that was not finished is removed.</summary>
    public void Dispose()
    {
        _writer?.Discard();
        _writer?.Dispose();
    }
}

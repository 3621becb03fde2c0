using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;

namespace CiFeatures.Simulation.Answers;

/// <summary>Puts answers into a snapshot store: one snapshot for each simulated one, with its simulated time.</summary>
/// <remarks>A snapshot is complete only after <see cref="EndSnapshot"/>; disposing before leaves an incomplete one, which the store lists as such.</remarks>
public sealed class SnapshotAnswerSink : IAnswerSink, IBuildSink, IDisposable
{
    private readonly SnapshotStore _store;
    private readonly SnapshotSource _source;
    private readonly List<string> _ids = [];
    private SnapshotWriter? _writer;

    /// <summary>Makes a sink.</summary>
    /// <param name="store">The store.</param>
    /// <param name="seed">The simulation's seed; the manifests name it as where the answers come from.</param>
    public SnapshotAnswerSink(SnapshotStore store, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _source = new SnapshotSource("simulation", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"seed {seed}"));
    }

    /// <summary>The ids of the complete snapshots, oldest first.</summary>
    public IReadOnlyList<string> SnapshotIds => _ids;

    /// <inheritdoc/>
    public void BeginSnapshot(DateTimeOffset takenAt) => _writer = _store.Create(_source, takenAt);

    /// <inheritdoc/>
    public void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body)
    {
        string dashboard = SafeNames.Encode(answer.Dashboard);
        string path = answer.Job is { } job ? SnapshotPaths.Table(dashboard, SafeNames.Encode(job)) : SnapshotPaths.Summary(dashboard);
        Current().Write(new NewBody(path) { Dashboard = answer.Dashboard, Job = answer.Job, Tests = answer.Tests, Runs = answer.Runs }, body);
    }

    /// <inheritdoc/>
    public void Write(SimulatedBuild build)
    {
        (string job, string id) = (build.Key.Job, build.Key.Build);
        (string jobFile, string buildFile) = (SafeNames.Encode(job), SafeNames.Encode(id));
        Current().Write(new NewBody(SnapshotPaths.BuildListing(jobFile, buildFile)) { Job = job, Build = id }, ListingJson.Write(new StoredListing(build.Address, build.Folders)));
        foreach ((string path, byte[] body) in build.Files)
        {
            string file = string.Join('/', path.Split('/').Select(SafeNames.Encode));
            Current().Write(new NewBody(SnapshotPaths.BuildFile(jobFile, buildFile, file)) { Job = job, Build = id, Artifact = path }, body);
        }

        foreach (string path in build.Missing)
        {
            Current().NoteMissing(new MissingFile(job, id, path, ""));
        }
    }

    /// <inheritdoc/>
    public void EndSnapshot()
    {
        SnapshotWriter writer = Current();
        writer.Complete();
        _ids.Add(writer.SnapshotId);
        writer.Dispose();
        _writer = null;
    }

    /// <summary>Lets go of a snapshot that was not ended.</summary>
    public void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private SnapshotWriter Current() => _writer ?? throw new InvalidOperationException("BeginSnapshot comes first.");
}

using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Brings dashboards of a TestGrid into a store as a snapshot.</summary>
/// <remarks>
/// Bodies are stored as they are; each is decoded once to see that it is an answer. From the legacy site the snapshot has the same paths and
/// hashes as one that <see cref="Import.TestGridImport"/> makes of the same bodies. A collection that was interrupted, also by a kill, is continued by the
/// next one with the same choice; what comes out is what one without an interruption gives.
/// </remarks>
public sealed class TestGridCollector
{
    /// <summary>The kind of source that the manifest names.</summary>
    public const string SourceKind = "collect-testgrid";

    private readonly SnapshotStore _store;
    private readonly Func<HttpMessageHandler> _handlers;
    private readonly TimeProvider _time;

    /// <summary>Makes a collector.</summary>
    /// <param name="store">The store that gets the snapshot.</param>
    /// <param name="handlers">Makes what carries requests; <see cref="Http.NetworkHandlers.Create"/> for the network.</param>
    /// <param name="time">Measures all waiting and gives the time of answers.</param>
    public TestGridCollector(SnapshotStore store, Func<HttpMessageHandler> handlers, TimeProvider time)
    {
        _store = store;
        _handlers = handlers;
        _time = time;
    }

    /// <summary>What the last collection of this collector left for the next one when it ended early; null when it left nothing.</summary>
    public KeptCollection? Kept { get; private set; }

    /// <summary>Collects: first what names the dashboards and their jobs, then the grid of each job that was chosen.</summary>
    /// <param name="options">What to take, and how.</param>
    /// <param name="progress">Told before each request, after each body and before each wait, one call at a time; may be null.</param>
    /// <param name="cancellationToken">Stops at once; what was stored is kept for the next collection.</param>
    /// <returns>The snapshot and what was left out of it.</returns>
    /// <exception cref="CiFeaturesException">
    /// The source is down (CIF1230); what was stored is kept for the next collection. No dashboard is known (CIF1231), no summary is usable or nothing
    /// matches (CIF1237, or the code of the first failure), or a setting is not valid (CIF1236): nothing of the snapshot is left then. The store cannot be
    /// written (CIF1202, CIF1207).
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<CollectResult> RunAsync(CollectOptions options, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        CollectOptionsCheck.Check(options);
        using var session = new CollectSession(options, _store, _handlers, _time, progress, cancellationToken);
        try
        {
            return await session.CollectAsync().ConfigureAwait(false);
        }
        finally
        {
            Kept = session.Kept;
        }
    }

    /// <summary>Finds out what a collection would ask for. The listings are asked for, the grids are not, and nothing is stored.</summary>
    /// <param name="options">What to take, and how.</param>
    /// <param name="progress">As for a collection.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="CiFeaturesException">As for a collection.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<CollectPlan> PlanAsync(CollectOptions options, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        CollectOptionsCheck.Check(options);
        using var session = new CollectSession(options, _store, _handlers, _time, progress, cancellationToken);
        return await session.PlanAsync().ConfigureAwait(false);
    }
}

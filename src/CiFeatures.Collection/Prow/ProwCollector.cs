using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Prow;

/// <summary>Brings builds of Prow jobs into a store as a snapshot: what their folders hold, and the files that are wanted.</summary>
/// <remarks>
/// Files are stored as they are after content decoding. What a build does not have is recorded as missing and is no error. A collection that was
/// interrupted, also by a kill, is continued by the next one with the same choice, long files from where they broke off.
/// </remarks>
public sealed class ProwCollector
{
    /// <summary>The kind of source that the manifest names.</summary>
    public const string SourceKind = "collect-prow";

    private readonly SnapshotStore _store;
    private readonly Func<HttpMessageHandler> _handlers;
    private readonly TimeProvider _time;

    /// <summary>Makes a collector.</summary>
    /// <param name="store">The store that gets the snapshot.</param>
    /// <param name="handlers">Makes what carries requests; <see cref="Http.NetworkHandlers.Create"/> for the network. Not called where a folder is read.</param>
    /// <param name="time">Measures all waiting and gives the time of answers.</param>
    public ProwCollector(SnapshotStore store, Func<HttpMessageHandler> handlers, TimeProvider time)
    {
        _store = store;
        _handlers = handlers;
        _time = time;
    }

    /// <summary>What the last collection of this collector left for the next one when it ended early; null when it left nothing.</summary>
    public KeptCollection? Kept { get; private set; }

    /// <summary>Collects: finds the builds of the jobs, lists each, and takes the files that were chosen.</summary>
    /// <param name="options">What to take, and how.</param>
    /// <param name="bucket">The bucket, where it is of another kind than the options can name; null = what they name. It is not disposed of.</param>
    /// <param name="progress">Told before each request and after each file, one call at a time; may be null.</param>
    /// <param name="cancellationToken">Stops at once; what was stored is kept for the next collection.</param>
    /// <returns>The snapshot and what was left out of it.</returns>
    /// <exception cref="CiFeaturesException">
    /// The source is down (CIF1230); what was stored is kept for the next collection. There are no builds (CIF1249), or a setting is not valid
    /// (CIF1236): nothing of the snapshot is left then. The store cannot be written (CIF1202, CIF1207).
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ProwResult> RunAsync(ProwCollectOptions options, IArtifactStore? bucket, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        using ProwSession session = await OpenAsync(options, bucket, progress, cancellationToken).ConfigureAwait(false);
        try
        {
            return await session.CollectAsync().ConfigureAwait(false);
        }
        finally
        {
            Kept = session.Kept;
        }
    }

    /// <summary>Finds out what a collection would take. The listings are asked for, the files are not, and nothing is stored.</summary>
    /// <param name="options">What to take, and how.</param>
    /// <param name="bucket">As for a collection.</param>
    /// <param name="progress">As for a collection.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="CiFeaturesException">As for a collection.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ProwPlan> PlanAsync(ProwCollectOptions options, IArtifactStore? bucket, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        using ProwSession session = await OpenAsync(options, bucket, progress, cancellationToken).ConfigureAwait(false);
        return await session.PlanAsync().ConfigureAwait(false);
    }

    private Task<ProwSession> OpenAsync(ProwCollectOptions options, IArtifactStore? bucket, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        ProwOptionsCheck.Check(options);
        return ProwSession.OpenAsync(options, bucket, _store, _handlers, _time, progress, cancellationToken);
    }
}

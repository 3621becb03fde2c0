using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Http;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Brings dashboards of TestGrid's legacy site into a store as a snapshot.</summary>
/// <remarks>
/// Bodies are stored as they are; each is decoded once to see that it is an answer. The snapshot has the same paths and hashes
/// as one that <see cref="Import.TestGridImport"/> makes of the same bodies.
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
    /// <param name="handlers">Makes what carries requests; <see cref="NetworkHandlers.Create"/> for the network.</param>
    /// <param name="time">Measures all waiting and gives the time of answers.</param>
    public TestGridCollector(SnapshotStore store, Func<HttpMessageHandler> handlers, TimeProvider time)
    {
        _store = store;
        _handlers = handlers;
        _time = time;
    }

    /// <summary>Collects: first the summary of each dashboard, then the table of each of their jobs that matches.</summary>
    /// <param name="options">What to take, and how.</param>
    /// <param name="progress">Told before each request and each wait; may be null.</param>
    /// <param name="cancellationToken">Stops at once; what was written is removed.</param>
    /// <returns>The snapshot and what was left out of it.</returns>
    /// <exception cref="CiFeaturesException">
    /// The first summary cannot be had (CIF1230), no dashboard is known (CIF1231), no summary is usable or no job matches (CIF1237, or the
    /// code of the only failure), a setting is not valid (CIF1236), or the store cannot be written (CIF1202, CIF1207). Nothing of the snapshot is left then.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<CollectResult> RunAsync(CollectOptions options, IProgress<CollectProgress>? progress, CancellationToken cancellationToken)
    {
        TestGridUrls urls = CollectOptionsCheck.Check(options);
        using SnapshotWriter writer = _store.Create(new SnapshotSource(SourceKind, urls.Site.AbsoluteUri));
        try
        {
            using var run = new CollectRun(options, urls, writer, _store.Decoder, _handlers, _time, progress);
            return await run.ToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            writer.Discard();
            throw;
        }
    }
}

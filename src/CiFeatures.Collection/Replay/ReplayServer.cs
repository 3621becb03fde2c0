using System.Net;
using CiFeatures.Collection.Replay.Api;
using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Replay.Gcsweb;
using CiFeatures.Collection.Replay.Legacy;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Core.Errors;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CiFeatures.Collection.Replay;

/// <summary>Replays one snapshot over HTTP: TestGrid's legacy site, its v1 API and the bucket with its state objects; builds of Prow as gcsweb's pages and as objects of their buckets.</summary>
/// <remarks>
/// Answers are the stored bytes. It serves nothing that the snapshot's manifest does not name, and reads no configuration and no environment.
/// </remarks>
public sealed class ReplayServer : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);
    private readonly KestrelServer _server;
    private readonly CancellationTokenSource _stopping;
    private readonly RequestTally _tally;
    private int _disposed;

    private ReplayServer(KestrelServer server, CancellationTokenSource stopping, RequestTally tally, Uri url, string snapshotId)
    {
        _server = server;
        _stopping = stopping;
        _tally = tally;
        Url = url;
        SnapshotId = snapshotId;
    }

    /// <summary>The address, without a slash at the end of the path; of the legacy site, and of what stands below <c>/api/v1</c> and <c>/storage/v1</c>.</summary>
    public Uri Url { get; }

    /// <summary>The id of the snapshot that is replayed.</summary>
    public string SnapshotId { get; }

    /// <summary>What was done so far.</summary>
    public ReplayCounters Counters => _tally.Counters;

    /// <summary>The newest requests, oldest first, in the order in which they ended; <see cref="ReplayOptions.RememberedRequests"/> at most.</summary>
    public IReadOnlyList<ReplayRequest> Requests => _tally.Newest;

    /// <summary>Starts a server for a snapshot of a store.</summary>
    /// <param name="store">The store; <see cref="ReplayOptions.Snapshot"/> says which snapshot.</param>
    /// <param name="options">What it serves and how.</param>
    /// <param name="time">Gives the times of the log and waits for the latency.</param>
    /// <param name="cancellationToken">Ends the start, not the server.</param>
    /// <exception cref="CiFeaturesException">There is no such snapshot, a setting cannot be used (CIF1261), or the port is taken (CIF1260).</exception>
    public static Task<ReplayServer> StartAsync(SnapshotStore store, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Check();
        return StartAsync(store.OpenSnapshots(options.Snapshot).Single(), options, time, cancellationToken);
    }

    /// <summary>Starts a server for a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="options">What it serves and how; <see cref="ReplayOptions.Snapshot"/> does not matter.</param>
    /// <param name="time">Gives the times of the log and waits for the latency.</param>
    /// <param name="cancellationToken">Ends the start, not the server.</param>
    /// <exception cref="CiFeaturesException">A setting cannot be used (CIF1261), or the port is taken (CIF1260).</exception>
    public static async Task<ReplayServer> StartAsync(SnapshotReader snapshot, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Check();
        IPEndPoint endPoint = new(options.Listen, options.Port);
        RequestTally tally = new(options, time);
        SnapshotIndex index = new(snapshot);
        Buckets buckets = new(index, options.Bucket);
        IReplaySite[] sites =
        [
            new LegacySite(index, DashboardPageWriter.Write),
            new ApiSite(index, options.Bucket),
            new GcswebSite(buckets),
            new BucketSite(buckets),
        ];
        ReplayAnswerer answerer = new(sites, e =>
        {
            tally.CountError();
            options.OnError?.Invoke(e);
        });
        CancellationTokenSource stopping = new();
        KestrelServer server = new(Options.Create(Settings(endPoint)), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new ReplayApplication(options, answerer, tally, time, stopping.Token), cancellationToken).ConfigureAwait(false);
            return new ReplayServer(server, stopping, tally, AddressOf(server, endPoint), snapshot.SnapshotId);
        }
        catch (Exception e)
        {
            server.Dispose();
            stopping.Dispose();
            throw e is IOException or System.Net.Sockets.SocketException ? ReplayErrors.Listening(endPoint, e) : e;
        }
    }

    /// <summary>Ends the server: no new connections, answers that are under way are cut after a moment.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        using (CancellationTokenSource patience = new(StopPatience))
        {
            await _server.StopAsync(patience.Token).ConfigureAwait(false);
        }

        _server.Dispose();
        _stopping.Dispose();
    }

    private static KestrelServerOptions Settings(IPEndPoint endPoint)
    {
        KestrelServerOptions settings = new() { AddServerHeader = false, AllowSynchronousIO = false };
        settings.Limits.MaxRequestLineSize = 16 * 1024;
        settings.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        settings.Limits.MaxRequestHeaderCount = 100;
        settings.Limits.MaxRequestBodySize = 0;
        settings.Limits.MaxConcurrentConnections = 1000;
        settings.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        settings.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
        return settings;
    }

    private static Uri AddressOf(KestrelServer server, IPEndPoint asked)
    {
        Uri bound = new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

        // "Any address" is not one that a client can ask.
        IPAddress host = asked.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : asked.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : asked.Address;
        return new Uri($"http://{new IPEndPoint(host, bound.Port)}");
    }
}

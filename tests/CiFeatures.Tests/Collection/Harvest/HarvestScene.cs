using System.Collections.Concurrent;
using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Harvest;

/// <summary>A server whose every body is the target itself, a sink in memory, and a clock on which waiting takes no time.</summary>
internal sealed class HarvestScene : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ServerAnswer>> _before = new(StringComparer.Ordinal);

    public HarvestScene() => _server = new LoopbackServer(Answer);

    public ImpatientClock Clock { get; } = new();

    public MemorySink Sink { get; } = new();

    public HarvestOptions Options { get; set; } = new() { MaxInFlight = 4, MaxBodyBytes = 1 << 20, MaxRetries = 2, MaxFailuresInARow = 3 };

    public PoliteHttpOptions Http { get; set; } = new() { ToolVersion = "1", RequestsPerSecond = 0, MaxRetries = 2, MaxInFlight = 4 };

    public TransferBudget Budget { get; set; } = TransferBudget.Unlimited;

    public TimeProvider? OtherClock { get; set; }

    public Action<string, int, int> Report { get; set; } = (_, _, _) => { };

    public Harvester? Harvester { get; private set; }

    public IReadOnlyList<string> Targets => [.. _server.Requests.Select(r => r.Target)];

    public IReadOnlyList<ServerRequest> Requests => _server.Requests;

    /// <summary>Something that is wanted and has no address of a server.</summary>
    public static Wanted Wanted(string title, int stage) => new()
    {
        About = new NewBody($"x/{title}"),
        Url = new Uri($"http://127.0.0.1:1/{title}"),
        Title = title,
        Stage = stage,
        Read = _ => new Taken([]),
    };

    /// <summary>A body of the server that leads to others.</summary>
    public Wanted Of(string name, params Wanted[] next) => Wanted(name, next.Length == 0 ? 3 : 1) with
    {
        Url = new Uri($"{_server.Url}/{name}"),
        LeadsOn = next.Length > 0,
        Read = body => System.Text.Encoding.UTF8.GetString(body.Span).StartsWith('/') ? new Taken(next) : throw new CiFeaturesException("CIF1199", ErrorKind.BadInput, "No slash.", "byte 0"),
    };

    /// <summary>What comes before the good answers.</summary>
    public void Before(string name, params ServerAnswer[] answers) => _before["/" + name] = new ConcurrentQueue<ServerAnswer>(answers);

    public void Always(string name, ServerAnswer answer) => Before(name, [.. Enumerable.Repeat(answer, 1000)]);

    /// <summary>Works through all of it; whatever happens, it ends.</summary>
    public async Task RunAsync(IReadOnlyList<Wanted> first, CancellationToken cancellation = default)
    {
        using var client = new PoliteClient(Http, Budget, LoopbackNetwork.Handler, OtherClock ?? Clock, _ => { });
        Harvester = new Harvester(Options, Sink, client, (current, done, total) => Report(current, done, total), cancellation);
        using (Harvester)
        {
            await Harvester.RunAsync(first).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServerAnswer Answer(ServerRequest request) =>
        _before.TryGetValue(request.Target, out ConcurrentQueue<ServerAnswer>? script) && script.TryDequeue(out ServerAnswer? scripted)
            ? scripted
            : new ServerAnswer { Body = System.Text.Encoding.UTF8.GetBytes(request.Target), Headers = ["ETag: \"e\""] };

    /// <summary>Keeps bodies in memory, and misbehaves where a test wants it.</summary>
    internal sealed class MemorySink : IBodySink
    {
        public ConcurrentDictionary<string, byte[]> Bodies { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, SnapshotFile> Kept { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, SnapshotFile> Earlier { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether former bodies can still be read.</summary>
        public bool EarlierIsSound { get; set; } = true;

        public Action<string> BeforeWrite { get; set; } = _ => { };

        public Func<string, bool> FailsToTell { get; set; } = _ => false;

        public static SnapshotFile Entry(string name) => new() { Path = $"x/{name}", Sha256 = "", Bytes = 1, Etag = "\"e\"" };

        public SnapshotFile? Recovered(string path) => FailsToTell(path) ? throw new InvalidOperationException("sink") : Kept.GetValueOrDefault(path);

        public SnapshotFile? Former(string path, string url) => Earlier.GetValueOrDefault(path);

        public SnapshotFile? Reuse(NewBody about, SnapshotFile former)
        {
            if (!EarlierIsSound)
            {
                return null;
            }

            Bodies[about.Path] = ReadBack(former).ToArray();
            return former;
        }

        public SnapshotFile? Stored(string path) => Bodies.TryGetValue(path, out byte[]? body)
            ? new SnapshotFile { Path = path, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body)), Bytes = body.Length }
            : null;

        public void Withdraw(string path) => Bodies.TryRemove(path, out _);

        public ReadOnlyMemory<byte> ReadBack(SnapshotFile entry) => System.Text.Encoding.UTF8.GetBytes("/" + entry.Path);

        public void Write(NewBody about, ReadOnlyMemory<byte> body)
        {
            BeforeWrite(about.Path);
            Bodies.TryAdd(about.Path, body.ToArray()).ShouldBeTrue($"{about.Path} is stored twice.");
        }
    }
}

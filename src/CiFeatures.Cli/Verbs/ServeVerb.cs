using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs;

/// <summary>Replays a snapshot of a store over HTTP, to rehearse a collection or to test what reads TestGrid.</summary>
internal sealed class ServeVerb
{
    private readonly Argument<string> _store = new("store") { Description = "The snapshot store.", HelpName = "STORE" };
    private readonly Option<string> _snapshot = new("--snapshot") { Description = "Which snapshot: an id or latest.", HelpName = "ID|latest", DefaultValueFactory = _ => SnapshotStore.Latest };
    private readonly Option<string> _listen = new("--listen") { Description = "The address to listen on; one beyond this machine's own lets other machines in.", HelpName = "ADDRESS", DefaultValueFactory = _ => IPAddress.Loopback.ToString() };
    private readonly Option<int> _port = new("--port") { Description = "The port to listen on; 0 takes any free one.", HelpName = "N", DefaultValueFactory = _ => ReplayOptions.DefaultPort };
    private readonly Option<string> _bucket = new("--bucket") { Description = "The name of the bucket that holds the state objects.", HelpName = "NAME", DefaultValueFactory = _ => ReplayOptions.DefaultBucket };
    private readonly Option<string?> _latency = new("--latency") { Description = "How long an answer takes at least: 50ms, 1.5s, or a range such as 20ms-80ms.", HelpName = "TIME" };
    private readonly Option<string?> _fail = new("--fail") { Description = "Faults and their shares, such as 503:0.05,reset:0.02,truncate:0.01,slow:0.01,429:0.05.", HelpName = "FAULTS" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Decides which requests meet a fault; the same seed, the same faults.", HelpName = "N" };
    private readonly Option<string> _slowFor = new("--slow-for") { Description = "For how long a slow body dribbles before it goes on.", HelpName = "TIME", DefaultValueFactory = _ => "5s" };
    private readonly Option<int> _retryAfter = new("--retry-after") { Description = "What Retry-After asks for with status 429 and 503.", HelpName = "SECONDS", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _log = new("--log") { Description = "A file that gets one JSON line for each request.", HelpName = "FILE" };
    private readonly Option<string?> _urlFile = new("--url-file") { Description = "A file that gets the address as soon as the server is ready.", HelpName = "FILE" };
    private readonly Option<string?> _for = new("--for") { Description = "Stop after this time, such as 2s or 10m; without it the server runs until it is told to stop.", HelpName = "TIME" };

    public static Command Create(VerbRunner runner)
    {
        var verb = new ServeVerb();
        var command = new Command("serve", "Replay a snapshot over HTTP as TestGrid: its site, its API and its bucket.")
        {
            verb._store, verb._snapshot, verb._listen, verb._port, verb._bucket, verb._latency, verb._fail, verb._seed,
            verb._slowFor, verb._retryAfter, verb._log, verb._urlFile, verb._for,
        };
        runner.Bind(command, context => verb.RunAsync(context).GetAwaiter().GetResult());
        return command;
    }

    private async Task<int> RunAsync(VerbContext context)
    {
        TimeSpan? runFor = context.Get(_for) is { } text ? ReplayDuration.Parse("for", text) : null;
        ReplayOptions options = Options(context);
        SnapshotStore store = StoreOptions.Open(context, context.PathOf(_store));
        string? urlFile = context.Get(_urlFile) is { } file ? context.Environment.FullPath(file) : null;
        if (urlFile is not null)
        {
            // Whoever waits for the file must not read the address of a former server.
            File.Delete(urlFile);
        }

        using ReplayLog? log = context.Get(_log) is { } path ? new ReplayLog(context.Environment.FullPath(path)) : null;
        ReplayServer server = await ReplayServer.StartAsync(store, options with { OnRequest = log is null ? null : log.Write }, context.Environment.Time, context.Cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            Announce(context, server, options, urlFile);
            await UntilStoppedAsync(context, runFor).ConfigureAwait(false);
        }

        ReplayCounters counters = server.Counters;
        context.Say($"Stopped after {Printable.Count(counters.Requests)} requests, {Printable.Count(counters.Bytes)} bytes and {Printable.Count(counters.Faults)} faults.");
        return log?.Failure is { } failure ? throw failure : ExitCodes.Ok;
    }

    private ReplayOptions Options(VerbContext context) => new()
    {
        Snapshot = context.Get(_snapshot)!,
        Listen = Address(context.Get(_listen)!),
        Port = context.Get(_port),
        Bucket = context.Get(_bucket)!,
        Latency = context.Get(_latency) is { } latency ? ReplayLatency.Parse(latency) : ReplayLatency.None,
        Faults = context.Get(_fail) is { } faults ? ReplayFault.Parse(faults) : [],
        Seed = context.Get(_seed),
        SlowFor = ReplayDuration.Parse("slow-for", context.Get(_slowFor)!),
        RetryAfter = TimeSpan.FromSeconds(context.Get(_retryAfter)),
        RememberedRequests = 0,
        OnError = error =>
        {
            // Several requests may find damage at the same time.
            lock (context.Environment.Error)
            {
                context.Environment.Error.WriteLine(Printable.Line($"error {error.Code}: {error.Message}"));
                context.Environment.Error.WriteLine(Printable.Line($"  where: {error.Place}"));
                if (context.Verbosity >= 2)
                {
                    context.Environment.Error.WriteLine(error.ToString());
                }
            }
        },
    };

    private static IPAddress Address(string text) => text == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(text, out IPAddress? address)
            ? address
            : throw CliErrors.Option("--listen", $"\"{text}\" is not an address of the Internet Protocol", "Give one like 127.0.0.1, ::1 or 0.0.0.0.");

    private static void Announce(VerbContext context, ReplayServer server, ReplayOptions options, string? urlFile)
    {
        string url = server.Url.AbsoluteUri.TrimEnd('/');
        if (!IPAddress.IsLoopback(options.Listen))
        {
            context.Environment.Error.WriteLine($"warning: other machines can reach this server on {options.Listen}; whoever can, reads the whole snapshot.");
        }

        if (urlFile is not null)
        {
            SafeOutputFile.Write(urlFile, force: true, stream => stream.Write(Encoding.UTF8.GetBytes(url + "\n")));
        }

        if (context.Json)
        {
            JsonOutput.Print(context, "serve", json =>
            {
                json.WriteString("url", url);
                json.WriteString("snapshot", server.SnapshotId);
                json.WriteString("bucket", options.Bucket);
                json.WriteNumber("pid", Environment.ProcessId);
            });
        }
        else
        {
            context.Environment.Output.WriteLine(url);
        }

        context.Environment.Output.Flush();
        context.Say(string.Create(CultureInfo.InvariantCulture, $"Serving snapshot {server.SnapshotId} on {options.Listen}; Ctrl+C stops."));
    }

    // A server that is told to stop has done what it was asked for, so this is no interruption.
    private static async Task UntilStoppedAsync(VerbContext context, TimeSpan? runFor)
    {
        try
        {
            await Task.Delay(runFor ?? Timeout.InfiniteTimeSpan, context.Environment.Time, context.Cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            context.Say("Told to stop.");
        }
    }
}

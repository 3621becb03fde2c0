using System.Globalization;
using System.Text.Json;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A running <c>cifeatures serve</c> with its access log.</summary>
internal sealed class Replay : IDisposable
{
    private readonly RunningProgram _program;
    private readonly string _log;

    private Replay(RunningProgram program, string url, string log)
    {
        _program = program;
        _log = log;
        Url = url;
    }

    public string Url { get; }

    public int Port => new Uri(Url).Port;

    /// <summary>Starts a server on any free port.</summary>
    /// <param name="folder">Where its log goes.</param>
    /// <param name="store">The store that it replays.</param>
    /// <param name="options">Further options of <c>serve</c>.</param>
    public static Replay Start(string folder, string store, params IEnumerable<string> options) => StartAt(0, folder, store, options);

    /// <summary>Starts a server on a port.</summary>
    public static Replay StartAt(int port, string folder, string store, params IEnumerable<string> options)
    {
        string name = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        string address = Path.Combine(folder, name + ".url");
        string log = Path.Combine(folder, name + ".log");
        RunningProgram program = RunningProgram.StartInterruptible(folder, ["serve", store, "--port", port.ToString(CultureInfo.InvariantCulture), "--url-file", address, "--log", log, .. options]);
        if (!program.WaitUntil(() => File.Exists(address) && File.ReadAllText(address).Length > 0))
        {
            using (program)
            {
                throw new InvalidOperationException(program.Wait(TimeSpan.FromSeconds(10)).ToString());
            }
        }

        return new Replay(program, File.ReadAllText(address).Trim(), log);
    }

    /// <summary>The requests so far, as the server itself noted them.</summary>
    public IReadOnlyList<JsonElement> Requests()
    {
        using var stream = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>The requests when no more are noted: those of a client that left are noted a little later.</summary>
    public IReadOnlyList<JsonElement> RequestsWhenQuiet()
    {
        IReadOnlyList<JsonElement> before;
        IReadOnlyList<JsonElement> now = Requests();
        do
        {
            before = now;
            Thread.Sleep(1000);
            now = Requests();
        }
        while (now.Count > before.Count);
        return now;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public ProgramRun Stop()
    {
        _program.Signal("INT");
        return _program.Wait(TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends it at once, with answers on their way.</summary>
    public void Kill() => _program.Signal("KILL");

    public void Dispose() => _program.Dispose();
}

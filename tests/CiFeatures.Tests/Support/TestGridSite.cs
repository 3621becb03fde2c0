using System.Collections.Concurrent;
using System.Text.Json;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Support;

/// <summary>A loopback server that answers like TestGrid's legacy site, from a folder of recorded answers, with failures where a test wants them.</summary>
internal sealed class TestGridSite : IAsyncDisposable
{
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ServerAnswer>> _scripts = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;
    private readonly string _coding;

    /// <summary>Reads the answers and begins to listen.</summary>
    /// <param name="folder">A folder of <c>&lt;dashboard&gt;/summary.json[.gz]</c> and <c>&lt;dashboard&gt;/table/&lt;job&gt;.json[.gz]</c> with names that need no encoding.</param>
    /// <param name="coding">The content coding of its answers: gzip, br, or nothing.</param>
    public TestGridSite(string folder, string coding = "")
    {
        _coding = coding;
        foreach (string file in Directory.GetFiles(folder, "*.json*", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
            string name = parts[^1][..parts[^1].LastIndexOf(".json", StringComparison.Ordinal)];
            _answers[parts.Length == 2 ? SummaryTarget(parts[0]) : TableTarget(parts[0], name)] = GzipPayload.ReadFile(file).ToArray();
        }

        _server = new LoopbackServer(Answer);
    }

    public static string SampleFolder => Repository.PathOf("data", "sample", "answers");

    public string Url => _server.Url;

    public IReadOnlyList<ServerRequest> Requests => _server.Requests;

    public int MostInFlight => _server.MostInFlight;

    /// <summary>The request targets that have an answer, in order.</summary>
    public IReadOnlyList<string> Targets => [.. _answers.Keys.Order(StringComparer.Ordinal)];

    public static string SummaryTarget(string dashboard) => $"/{dashboard}/summary";

    public static string TableTarget(string dashboard, string job) => $"/{dashboard}/table?&show-stale-tests=&tab={job}&graph-metrics=test-duration-minutes";

    /// <summary>The targets of all tables that the summaries promise, whether there is an answer or not.</summary>
    public IReadOnlyList<string> Promised =>
    [
        .. _answers.Where(a => a.Key.EndsWith("/summary", StringComparison.Ordinal))
            .SelectMany(a => JsonDocument.Parse(a.Value).RootElement.EnumerateObject().Select(job => TableTarget(a.Key.Split('/')[1], job.Name))),
    ];

    /// <summary>The good answer to a request.</summary>
    public ServerAnswer Good(string target)
    {
        var answer = new ServerAnswer { Body = _answers[target], Headers = ["Content-Type: application/json", $"ETag: \"{target.Length}\""] };
        return _coding.Length == 0 ? answer : answer.Compressed(_coding);
    }

    /// <summary>Sets what comes before the good answers: the first request for a target gets the first of them, and so on.</summary>
    public void Before(string target, params ServerAnswer[] answers) => _scripts[target] = new ConcurrentQueue<ServerAnswer>(answers);

    /// <summary>From now on all answers are good.</summary>
    public void Calm() => _scripts.Clear();

    /// <summary>Gives one more answer, also where there was none.</summary>
    public void Add(string target, byte[] body) => _answers[target] = body;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServerAnswer Answer(ServerRequest request)
    {
        if (_scripts.TryGetValue(request.Target, out ConcurrentQueue<ServerAnswer>? script) && script.TryDequeue(out ServerAnswer? scripted))
        {
            return scripted;
        }

        return _answers.ContainsKey(request.Target) ? Good(request.Target) : ServerAnswer.Of(404);
    }
}

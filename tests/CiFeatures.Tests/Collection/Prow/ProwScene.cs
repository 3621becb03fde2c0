using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CiFeatures.Collection.Artifacts.Hashing;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Prow;

/// <summary>A bucket on this machine that speaks the JSON API by a script of its own, a store, and a clock on which waiting takes no time.</summary>
internal sealed class ProwScene : IAsyncDisposable
{
    public const string Bucket = "a-bucket";
    public const string Job = "periodic-ci-x";
    public const string Build = "1934181563987654321";
    public const string Root = "logs/" + Job + "/" + Build + "/";
    private const string Objects = "/storage/v1/b/" + Bucket + "/o";
    private readonly TemporaryFolder _folder = new();

    public ProwScene()
    {
        Server = new LoopbackServer(Answer);
        Store = SnapshotStore.OpenOrCreate(_folder.PathOf("store"), Clock);
        Put("started.json", """{"timestamp":1781320992}""");
        Put("finished.json", """{"timestamp":1781321967,"passed":false,"result":"FAILURE"}""");
        Put("prowjob.json", "{}");
        Put("build-log.txt", new string('x', 5000) + "\nthe end\n");
        Put("artifacts/junit_operator.xml", "<testsuite/>");
        Put("artifacts/e2e/step/junit_01.xml", "<testsuites/>");
        Put("artifacts/e2e/step/pods.json", "[]");
    }

    public ImpatientClock Clock { get; } = new();

    public LoopbackServer Server { get; }

    public SnapshotStore Store { get; }

    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects that are stored compressed.</summary>
    public HashSet<string> Packed { get; } = [];

    /// <summary>The size of a page; 0 = one page.</summary>
    public int PageSize { get; set; }

    /// <summary>Asked before anything else is answered; null = the bucket answers.</summary>
    public Func<ServerRequest, ServerAnswer?> Script { get; set; } = _ => null;

    public void Put(string path, string text) => Files[Root + path] = Encoding.UTF8.GetBytes(text);

    public ProwCollectOptions Options() => new()
    {
        Jobs = [Job],
        Api = new Uri(Server.Url),
        Bucket = Bucket,
        Http = new PoliteHttpOptions { ToolVersion = "1.2.3", Seed = 7, MaxInFlight = 1, RequestsPerSecond = 0 },
    };

    public Task<ProwResult> RunAsync(ProwCollectOptions? options = null, CancellationToken cancellation = default) =>
        new ProwCollector(Store, LoopbackNetwork.Handler, Clock).RunAsync(options ?? Options(), null, null, cancellation);

    public byte[] Stored(ProwResult result, string path) =>
        Store.OpenSnapshots(result.Manifest.Id).Single() is var reader ? reader.ReadBody(reader.Manifest.Files.Single(f => f.Artifact == path && f.Build == Build)) : [];

    /// <summary>The requests for the contents of an object.</summary>
    public IReadOnlyList<ServerRequest> Downloads(string path) => [.. Server.Requests.Where(r => IsMedia(r, path))];

    public static bool IsMedia(ServerRequest request, string path) =>
        request.Target.StartsWith($"{Objects}/{Uri.EscapeDataString(Root + path)}?alt=media", StringComparison.Ordinal);

    public byte[] FileOf(string path) => Files[Root + path];

    /// <summary>The bucket's own answer.</summary>
    public ServerAnswer Plain(ServerRequest request)
    {
        string[] parts = request.Target.Split('?', 2);
        if (parts[0] == Objects)
        {
            return List(parts[1]);
        }

        if (!parts[0].StartsWith(Objects + "/", StringComparison.Ordinal))
        {
            return ServerAnswer.Of(404);
        }

        string name = Uri.UnescapeDataString(parts[0][(Objects.Length + 1)..]);
        return Files.TryGetValue(name, out byte[]? body) ? Media(request, name, body) : ServerAnswer.Of(404);
    }

    public static string Generation(byte[] body) => (1_000_000 + Crc32C.Of(body)).ToString(CultureInfo.InvariantCulture);

    public static string[] Headers(byte[] body, string encoding) =>
    [
        $"x-goog-hash: crc32c={Crc(body)}",
        $"x-goog-hash: md5={Md5(body)}",
        $"x-goog-generation: {Generation(body)}",
        $"x-goog-stored-content-encoding: {encoding}",
        $"ETag: \"{Generation(body)}\"",
        "Last-Modified: Sat, 13 Jun 2026 03:23:12 GMT",
        .. encoding == "gzip" ? new[] { "Content-Encoding: gzip" } : [],
    ];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private ServerAnswer Answer(ServerRequest request) => Script(request) ?? Plain(request);

    private ServerAnswer Media(ServerRequest request, string name, byte[] body)
    {
        string encoding = Packed.Contains(name) ? "gzip" : "identity";
        if (request.Header("If-None-Match") == $"\"{Generation(body)}\"")
        {
            return new ServerAnswer { Status = 304, Headers = [$"ETag: \"{Generation(body)}\""] };
        }

        if (request.Target.Contains("ifGenerationMatch=", StringComparison.Ordinal) && !request.Target.EndsWith("=" + Generation(body), StringComparison.Ordinal))
        {
            return ServerAnswer.Of(412);
        }

        if (request.Header("Range") is not { Length: > 0 } range)
        {
            return new ServerAnswer { Body = body, Headers = Headers(body, encoding) };
        }

        int from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        return from >= body.Length
            ? new ServerAnswer { Status = 416, Headers = [$"Content-Range: bytes */{body.Length}"], Body = "out of range"u8.ToArray() }
            : new ServerAnswer { Status = 206, Body = body[from..], Headers = [.. Headers(body[from..], encoding).Take(1), .. Headers(body, encoding).Skip(2), $"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}"] };
    }

    private ServerAnswer List(string query)
    {
        Dictionary<string, string> asked = query.Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        string prefix = asked["prefix"];
        List<string> names = [];
        foreach (string name in Files.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            int slash = asked.ContainsKey("delimiter") ? name.IndexOf('/', prefix.Length) : -1;
            names.Add(slash < 0 ? name : name[..(slash + 1)]);
        }

        names = [.. names.Distinct().Where(n => string.CompareOrdinal(n, asked.GetValueOrDefault("startOffset", "")) >= 0)];
        int start = asked.TryGetValue("pageToken", out string? token) ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        int count = PageSize == 0 ? names.Count : PageSize;
        List<string> page = [.. names.Skip(start).Take(count)];
        var answer = new Dictionary<string, object> { ["kind"] = "storage#objects" };
        if (start + count < names.Count)
        {
            answer["nextPageToken"] = (start + count).ToString(CultureInfo.InvariantCulture);
        }

        answer["prefixes"] = page.Where(n => n.EndsWith('/'));
        answer["items"] = page.Where(n => !n.EndsWith('/')).Select(n => new
        {
            name = n,
            size = Files[n].Length.ToString(CultureInfo.InvariantCulture),
            generation = Generation(Files[n]),
            crc32c = Crc(Files[n]),
            md5Hash = Md5(Files[n]),
            updated = "2026-06-13T03:23:12.500Z",
        });
        return new ServerAnswer { Body = JsonSerializer.SerializeToUtf8Bytes(answer), Headers = ["Content-Type: application/json"] };
    }

    private static string Md5(byte[] body)
    {
        using IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(body);
        return Convert.ToBase64String(md5.GetHashAndReset());
    }

    private static string Crc(byte[] body)
    {
        byte[] bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, Crc32C.Of(body));
        return Convert.ToBase64String(bytes);
    }
}

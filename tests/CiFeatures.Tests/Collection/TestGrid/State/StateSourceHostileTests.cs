using System.IO.Compression;
using System.Text;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.State;
using CiFeatures.Tests.Collection.Replay;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid.State;

/// <summary>A bucket with garbage in it: what is garbage is left out, the rest is taken.</summary>
public sealed class StateSourceHostileTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, ServerAnswer> _objects = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;

    public StateSourceHostileTests()
    {
        _server = new LoopbackServer(request => _objects.GetValueOrDefault(NameOf(request.Target)) ?? ServerAnswer.Of(404));
        Configure(("good", "group"), ("bad", "group"));
        _objects["tabs/dash/good"] = new ServerAnswer { Body = StateGridWriter.Write(OtherSources.Grid) };
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("zlib of garbage")]
    [InlineData("zlib cut off")]
    [InlineData("zlib with a wrong checksum")]
    [InlineData("gzip")]
    [InlineData("a length beyond the end")]
    [InlineData("too long")]
    public async Task RunAsync_ObjectOfAJobIsGarbage_IsLeftOutAndTheRestIsTaken(string what)
    {
        byte[] good = StateGridWriter.Write(OtherSources.Grid);
        _objects["tabs/dash/bad"] = new ServerAnswer
        {
            Body = what switch
            {
                "garbage" => [0xff, 0x00, 0xff, 0x13, 0x37],
                "html" => "<html>maintenance</html>"u8.ToArray(),
                "json" => "{\"error\":{\"code\":404}}"u8.ToArray(),
                "zlib of garbage" => Zlib([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
                "zlib cut off" => good[..(good.Length / 2)],
                "zlib with a wrong checksum" => [.. good[..^1], (byte)(good[^1] ^ 1)],
                "gzip" => AnswerTexts.Zipped("x"),
                "a length beyond the end" => Zlib([0x0a, 0xff, 0xff, 0xff, 0xff, 0x07, 0x01]),
                _ => new byte[(1 << 20) + 1],
            },
        };

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        SkippedItem skipped = manifest.Skipped.ShouldHaveSingleItem();
        NameOf(new Uri(skipped.Item).PathAndQuery).ShouldBe("tabs/dash/bad");
        skipped.Code.ShouldStartWith("CIF1");
        skipped.Reason.ShouldNotBeNullOrWhiteSpace();
        manifest.Files.Where(f => f.Kind == SnapshotFileKind.StateTab).ShouldHaveSingleItem().Job.ShouldBe("good");
        StoreVerification.Run(Store(), SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_TestGroupThatNoObjectCanHave_IsLeftOutAndTheRestIsTaken()
    {
        Configure(("good", "group"), ("bad", "what?"));

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1153");
        manifest.Files.ShouldContain(f => f.Kind == SnapshotFileKind.StateTab && f.Job == "good");
    }

    [Fact]
    public async Task RunAsync_JobsWithHostileNames_StayInsideTheStoreOrAreLeftOut()
    {
        string[] jobs = ["../../../x", "..", "CON", "nul.txt", "a?b", "a#b", new string('n', 300), "tab\t\u0001", "Same", "same", "\U0001F600", "%zz", "good"];
        Configure([.. jobs.Select(j => (j, "group"))]);
        foreach (string job in new[] { "CON", "nul.txt", "Same", "same", new string('n', 300), "\U0001F600" })
        {
            _objects[$"tabs/dash/{job}"] = _objects["tabs/dash/good"];
        }

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        manifest.Files.Where(f => f.Kind == SnapshotFileKind.StateTab).Select(f => f.Job!).Order(StringComparer.Ordinal)
            .ShouldBe(new[] { "CON", "Same", "good", new string('n', 300), "nul.txt", "same", "\U0001F600" }.Order(StringComparer.Ordinal));
        manifest.Skipped.Count.ShouldBe(jobs.Length - 7);
        Directory.GetFileSystemEntries(_folder.Root).Select(e => Path.GetFileName(e)!).ShouldBe(["store"]);
        StoreVerification.Run(Store(), SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>maintenance</html>")]
    [InlineData("\u00ff\u00ff\u00ff\u00ff")]
    public async Task RunAsync_ConfigurationIsGarbage_IsAClearErrorAndLeavesNothing(string garbage)
    {
        _objects["config"] = new ServerAnswer { Body = Encoding.Latin1.GetBytes(garbage) };

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(RunAsync());

        error.Place.ShouldStartWith(_server.Url);
        error.Remedy.ShouldNotBeEmpty();
        Directory.GetFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static string NameOf(string target) => Uri.UnescapeDataString(target["/storage/v1/b/k8s-testgrid/o/".Length..].Split('?')[0]);

    private static byte[] Zlib(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    private void Configure(params (string Job, string Group)[] tabs) => _objects["config"] = new ServerAnswer
    {
        Body = StateConfigWriter.Write(new StateConfig
        {
            Dashboards = [new StateDashboard { Name = "dash", Tabs = [.. tabs.Select(t => new StateTab { Name = t.Job, TestGroup = t.Group })] }],
            TestGroups = [new StateTestGroup { Name = "group" }],
        }),
    };

    private SnapshotStore Store() => SnapshotStore.OpenOrCreate(_folder.PathOf("store"), TimeProvider.System);

    private Task<CollectResult> RunAsync() => new TestGridCollector(Store(), LoopbackNetwork.Handler, TimeProvider.System).RunAsync(
        new CollectOptions
        {
            Dashboards = [],
            Source = TestGridSourceKind.State,
            Storage = new Uri(_server.Url),
            Http = new PoliteHttpOptions { ToolVersion = "1", RequestsPerSecond = 0, MaxRetries = 0, MaxBodyBytes = 1 << 20 },
        },
        null,
        CancellationToken.None);
}

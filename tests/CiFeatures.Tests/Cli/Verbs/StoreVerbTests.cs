using System.Text.Json;
using CiFeatures.Collection.Store;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs;

public sealed class StoreVerbTests : IDisposable
{
    private static readonly SnapshotSource Source = new("test", "here");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Prune_KeepOne_SaysWhatItDeletesAndFrees()
    {
        string[] ids = [Write(1), Write(2), Write(3)];

        CliRun dry = await RunAsync("store", "prune", "store", "--keep", "1", "--dry-run");
        CliRun run = await RunAsync("store", "prune", "store", "--keep", "1");

        dry.ExitCode.ShouldBe(0, dry.Error);
        dry.Output.ShouldContain($"would delete {ids[0]}");
        dry.Output.ShouldContain("2 snapshots would be deleted, 1 left; would free ");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain($"deleted {ids[1]}: older than those that stay");
        run.Error.ShouldContain($"deleting {ids[0]}");
        Open().Resolve("all").ShouldBe([ids[2]]);
    }

    [Theory]
    [InlineData()]
    [InlineData("--incomplete")]
    [InlineData("--keep", "0")]
    [InlineData("--keep-days", "-3")]
    public async Task Prune_NothingToKeep_IsAUsageError(params string[] arguments)
    {
        Write(1);

        CliRun run = await RunAsync(["store", "prune", "store", .. arguments]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("CIF1214");
        run.Error.ShouldContain("--keep N");
        Open().Resolve("all").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Prune_Json_IsOneDocument()
    {
        string first = Write(1);
        Write(2);

        CliRun run = await RunAsync("store", "prune", "store", "--keep", "1", "--keep-days", "1000000000", "--json", "--quiet");
        CliRun again = await RunAsync("store", "prune", "store", "--keep", "1", "--json", "--quiet");

        run.Error.ShouldBeEmpty();
        JsonDocument.Parse(run.Output).RootElement.GetProperty("deleted").GetArrayLength().ShouldBe(0);
        JsonElement json = JsonDocument.Parse(again.Output).RootElement;
        json.GetProperty("schema").GetString().ShouldBe("cifeatures/store-prune/v1");
        json.GetProperty("deleted")[0].GetProperty("snapshot").GetString().ShouldBe(first);
        json.GetProperty("freed_bytes").ValueKind.ShouldBeOneOf(JsonValueKind.Number, JsonValueKind.Null);
    }

    [Fact]
    public async Task List_Incomplete_SaysHowManyFilesAndWhetherItCanBeResumed()
    {
        using SnapshotWriter alive = Open().CreateOrResume(Source, "recipe", TimeSpan.FromDays(1));
        SnapshotWriter dead = Open().CreateOrResume(Source, "recipe", TimeSpan.FromDays(1));
        dead.Write(new NewBody("testgrid/d/summary.json.gz") { Dashboard = "d" }, "{}"u8);
        dead.Dispose();

        CliRun run = await RunAsync("store", "list", "store");
        CliRun json = await RunAsync("store", "list", "store", "--json");
        CliRun verify = await RunAsync("store", "verify", "store", "--snapshot", alive.SnapshotId);

        run.Output.ShouldContain("incomplete: 0 files, being written");
        run.Output.ShouldContain("incomplete: 1 files, can be resumed");
        JsonElement second = JsonDocument.Parse(json.Output).RootElement.GetProperty("snapshots")[1];
        second.GetProperty("stored_files").GetInt32().ShouldBe(1);
        second.GetProperty("can_be_resumed").GetBoolean().ShouldBeTrue();
        second.GetProperty("being_written").GetBoolean().ShouldBeFalse();
        verify.ExitCode.ShouldBe(3);
        verify.Error.ShouldContain("CIF1204");
    }

    public void Dispose() => _folder.Dispose();

    private SnapshotStore Open() => SnapshotStore.OpenOrCreate(_folder.PathOf("store"), TimeProvider.System);

    private string Write(int day)
    {
        using SnapshotWriter writer = Open().Create(Source, new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero));
        return writer.Complete().Id;
    }

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, arguments);
}

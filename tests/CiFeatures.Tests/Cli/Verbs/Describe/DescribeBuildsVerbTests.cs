using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Describe;

public sealed class DescribeBuildsVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DescribeBuildsVerbTests() => BucketStore.Make(_folder.PathOf("store"), new DateTimeOffset(2026, 6, 14, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Completeness_AsJson_HasBothFoldersWithTheirDenominators()
    {
        JsonElement root = await JsonAsync("describe", "builds", "--completeness", "--from", "store", "--job", BucketStore.Job, "--json");

        root.GetProperty("builds").GetInt32().ShouldBe(3);
        JsonElement top = root.GetProperty("folders")[0];
        top.GetProperty("builds").GetInt32().ShouldBe(3);
        top.GetProperty("entry_counts").EnumerateArray().Select(c => (c.GetProperty("entries").GetInt32(), c.GetProperty("builds").GetInt32())).ShouldBe([(6, 2), (5, 1)]);
        top.GetProperty("combinations")[1].GetProperty("share").GetDouble().ShouldBe(1 / 3.0);
        JsonElement podInfo = top.GetProperty("files").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "podinfo.json");
        podInfo.GetProperty("missing").GetInt32().ShouldBe(1);
        root.GetProperty("folders")[1].GetProperty("folder").GetString().ShouldBe("artifacts/");
    }

    [Fact]
    public async Task Completeness_WithParent_CountsOneMore()
    {
        JsonElement root = await JsonAsync("describe", "builds", "--completeness", "--count-parent", "--from", "store", "--job", BucketStore.Job, "--json");

        root.GetProperty("count_parent").GetBoolean().ShouldBeTrue();
        root.GetProperty("folders")[0].GetProperty("entry_counts").EnumerateArray().Select(c => c.GetProperty("entries").GetInt32()).ShouldBe([7, 6]);
    }

    [Fact]
    public async Task Completeness_AsText_ShowsSharesAndDenominators()
    {
        CliRun run = await RunAsync("describe", "builds", "--completeness", "--from", "store");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("5 builds");
        run.Output.ShouldContain("top level: known of 5 builds");
        run.Output.ShouldContain("0.400000");
        run.Output.ShouldContain("podinfo.json");
    }

    [Fact]
    public async Task Builds_WithoutCompleteness_DescribesTheirColumns()
    {
        CliRun run = await RunAsync("describe", "builds", "--from", "store");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("duration_seconds");
        run.Output.ShouldContain("junit_cases");
    }

    [Fact]
    public async Task Builds_ParentWithoutCompleteness_IsAUsageError()
    {
        (await RunAsync("describe", "builds", "--count-parent", "--from", "store")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Builds_NoSuchJob_IsBadInput()
    {
        CliRun run = await RunAsync("describe", "builds", "--completeness", "--from", "store", "--job", "none*");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("CIF1735");
    }

    [Fact]
    public async Task Events_AsJson_HaveAvailabilityMessagesAndPeriods()
    {
        JsonElement root = await JsonAsync("describe", "events", "--from", "store", "--job", BucketStore.Job, "--by", "hour", "--json");

        root.GetProperty("builds_with_events").GetInt32().ShouldBe(3);
        root.GetProperty("available_pct").GetDouble().ShouldBe(100);
        int count = root.GetProperty("overall").GetProperty("count").GetInt32();
        count.ShouldBeGreaterThan(0);
        root.GetProperty("messages").EnumerateArray().Sum(m => m.GetProperty("count").GetInt32()).ShouldBe(count);
        root.GetProperty("periods").EnumerateArray().Sum(p => p.GetProperty("events").GetInt32()).ShouldBe(count - root.GetProperty("undated").GetInt32());
        root.GetProperty("per_build").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Events_AsText_SaysTheDenominator()
    {
        CliRun run = await RunAsync("describe", "events", "--from", "store", "--top", "3", "--normalised");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("3 of 5 builds have events = 60 %");
        run.Output.ShouldContain("masked message");
    }

    [Fact]
    public async Task Describe_DataSet_StillWorksBesideTheSubVerbs()
    {
        CliRun features = await RunAsync("features", "--from", "store", "--out", "dataset");
        CliRun run = await RunAsync("describe", "dataset", "--table", "builds");

        features.ExitCode.ShouldBe(0, features.Error);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("duration_seconds");
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, arguments);

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        CliRun run = await RunAsync(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}

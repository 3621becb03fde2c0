using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Collecting;

/// <summary>What a collection says, on stdout and on stderr.</summary>
public sealed class CollectOutputTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Collect_SomethingIsMissing_IsExitCode5AndListsIt()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path);

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, Collect(replay));

        string[] skipped = [.. run.Error.Split('\n').Where(l => l.StartsWith("skipped ", StringComparison.Ordinal))];
        skipped.ShouldHaveSingleItem().ShouldMatch($@"^skipped {replay.Url}/\S+/table\?\S+: .*status 404.* \(CIF1232\)$");
        run.Output.ShouldContain("2 dashboards, 2 summaries, 7 tables");
        run.Output.ShouldNotContain("skipped http");
    }

    [Fact]
    public void Collect_JsonAndQuiet_IsOneDocumentAndNothingElse()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path);

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, [.. Collect(replay), "--json", "--quiet"]);

        JsonElement json = Json.Parse(run);
        json.GetProperty("schema").GetString().ShouldBe("cifeatures/collect-testgrid/v1");
        JsonElement skipped = json.GetProperty("skipped").EnumerateArray().ShouldHaveSingleItem();
        skipped.GetProperty("code").GetString().ShouldBe("CIF1232");
        json.GetProperty("requests").GetInt32().ShouldBe(replay.Requests().Count);
        json.GetProperty("tables").GetInt32().ShouldBe(7);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => l.StartsWith("skipped ", StringComparison.Ordinal));
    }

    [Fact]
    public void Collect_LongInALog_SaysNowAndThenHowFarItIsAndDrawsNoBar()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "1200ms");

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, Collect(replay));

        string[] lines = [.. run.Error.Split('\n').Where(l => l.StartsWith("collecting: ", StringComparison.Ordinal))];
        lines.Length.ShouldBeInRange(1, 10);
        lines.ShouldAllBe(l => l.Contains(" of 11", StringComparison.Ordinal) && l.Contains("at ", StringComparison.Ordinal));
        run.Error.ShouldNotContain("\u001b");
        run.Error.ShouldNotContain("\r");
        run.Error.ShouldStartWith($"Asking {replay.Url} for all dashboards: ");
    }

    [Fact]
    public void Collect_DryRun_PrintsThePlanAndStoresNothing()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path);

        ProgramRun run = ProgramRun.Expect(0, _folder.Path, [.. Collect(replay), "--dry-run"]);

        run.Output.Split('\n').Count(l => l.StartsWith("GET ", StringComparison.Ordinal)).ShouldBe(8);
        replay.Requests().Count.ShouldBe(3);
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
    }

    [Fact]
    public void Offline_RefusesToCollectAndLetsEverythingElseWork()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path);

        ProgramRun refused = ProgramRun.Expect(2, _folder.Path, [.. Collect(replay), "--offline"]);

        refused.Error.ShouldContain("--offline");
        replay.Requests().ShouldBeEmpty();
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
        ProgramRun.Expect(0, _folder.Path, "--offline", "store", "verify", sample.Path);
        ProgramRun.Expect(0, _folder.Path, "store", "list", sample.Path, "--offline");
        ProgramRun.Expect(0, _folder.Path, "features", "--from", sample.Path, "--out", "out", "--offline");
        ProgramRun.Expect(0, _folder.Path, "describe", "out", "--table", "jobs", "--offline");
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Collect(Replay replay) =>
        ["collect", "testgrid", "--all", "--url", replay.Url, "--source", "legacy", "--into", "store", "--in-flight", "1", "--requests-per-second", "0"];
}

using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Collecting;

/// <summary>A source that is down is exit code 4; what was collected by then is kept and gone on with when it is back.</summary>
public sealed class SourceDownTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Collect_NobodyListens_IsUnavailableAndLeavesNothing()
    {
        int port;
        using (Replay replay = Replay.Start(_folder.Path, sample.Path))
        {
            port = replay.Port;
        }

        ProgramRun run = ProgramRun.Expect(4, _folder.Path, Collect($"http://127.0.0.1:{port}"));

        run.ShouldTell("CIF1230", $"127.0.0.1:{port}");
        run.Output.ShouldBeEmpty();
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
    }

    [Fact]
    public void Collect_ServerEndsInTheMiddle_KeepsWhatIsThereAndGoesOnWithTheNextServer()
    {
        int port;
        using (Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "150ms"))
        {
            port = replay.Port;
            using RunningProgram program = RunningProgram.Start(_folder.Path, Collect(replay.Url));
            program.WaitUntil(() => Stored() >= 3);
            replay.Kill();

            ProgramRun run = program.Wait(TimeSpan.FromMinutes(1));

            run.ExitCode.ShouldBe(4, run.ToString());
            run.ShouldTell("CIF1230", $"127.0.0.1:{port}");
            run.Error.ShouldContain("the same command goes on from there");
        }

        ProgramRun.Expect(0, _folder.Path, "store", "list", "store").Output.ShouldContain("incomplete");
        int stored = Stored();
        using Replay again = Replay.StartAt(port, _folder.Path, sample.Path);

        ProgramRun second = ProgramRun.Expect(5, _folder.Path, [.. Collect(again.Url), "--json"]);

        Json.Parse(second).GetProperty("recovered_files").GetInt32().ShouldBe(stored);
        ProgramRun.Expect(5, _folder.Path, Collect(again.Url, "other"));
        Essence("store").ShouldBe(Essence("other"));
        ProgramRun.Expect(0, _folder.Path, "store", "verify", "store");
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Collect(string url, string store = "store") =>
        ["collect", "testgrid", "--all", "--url", url, "--source", "legacy", "--into", store, "--in-flight", "2", "--requests-per-second", "0", "--retries", "1"];

    private int Stored() => Directory.Exists(_folder.PathOf("store")) ? Directory.EnumerateFiles(_folder.PathOf("store"), "*.gz", SearchOption.AllDirectories).Count() : 0;

    private string Essence(string store) => Manifest.Essence(_folder.PathOf(store), Path.GetFileName(Directory.GetDirectories(_folder.PathOf(store, "snapshots")).ShouldHaveSingleItem()));
}

using System.Collections.Concurrent;
using System.Diagnostics;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Collecting;

/// <summary>A collection that is killed again and again, and gone on with, ends with the snapshot of one that never was.</summary>
public sealed class KilledCollectionTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private const int Kills = 50;
    private const int MostKillsOfOne = 6;
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Kill_AtFiftyRandomMoments_EndsWithTheSameSnapshot()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        using Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "30ms");
        long began = Stopwatch.GetTimestamp();
        ProgramRun.Expect(5, _folder.Path, Collect("whole", replay));
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        string whole = Manifest.Essence(_folder.PathOf("whole"), Snapshot("whole"));
        var resumed = new ConcurrentBag<int>();

        // Two at a time, each in stores of its own: half of the kills each.
        Parallel.For(0, 2, worker =>
        {
            var random = new Random(20260701 + worker);
            int kills = 0;
            for (int round = 0; kills < Kills / 2; round++)
            {
                string store = $"store{worker}-{round}";
                for (int i = 0; i < MostKillsOfOne && kills < Kills / 2 && Completed(store) == 0; i++)
                {
                    kills += Kill(Collect(store, replay), took * (0.2 + (0.9 * random.NextDouble()))) ? 1 : 0;
                }

                if (Completed(store) == 0)
                {
                    resumed.Add(Json.Parse(ProgramRun.Expect(5, _folder.Path, [.. Collect(store, replay), "--json"])).GetProperty("recovered_files").GetInt32());
                }

                Manifest.Essence(_folder.PathOf(store), Snapshot(store)).ShouldBe(whole);
                ProgramRun.Expect(0, _folder.Path, "store", "verify", store);
            }
        });

        resumed.ShouldContain(recovered => recovered > 0, "No kill came in the middle of a collection.");
    }

    [SkippableFact]
    public void Interrupt_InTheMiddle_KeepsWhatIsThereAndSaysHowToGoOn()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        using Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "200ms");
        using RunningProgram program = RunningProgram.StartInterruptible(_folder.Path, Collect("store", replay));
        program.WaitUntil(() => Directory.Exists(_folder.PathOf("store")) && Directory.EnumerateFiles(_folder.PathOf("store"), "*.json.gz", SearchOption.AllDirectories).Skip(2).Any());

        program.Signal("INT");
        ProgramRun run = program.Wait(TimeSpan.FromSeconds(30));

        run.ExitCode.ShouldBe(130, run.ToString());
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("the same command goes on from there");
        int asked = replay.RequestsWhenQuiet().Count;
        ProgramRun second = ProgramRun.Expect(5, _folder.Path, [.. Collect("store", replay), "--json"]);
        Json.Parse(second).GetProperty("recovered_files").GetInt32().ShouldBeGreaterThanOrEqualTo(3);
        Json.Parse(second).GetProperty("requests").GetInt32().ShouldBe(replay.Requests().Count - asked);
        ProgramRun.Expect(0, _folder.Path, "store", "verify", "store");
    }

    [Fact]
    public void TwoCollections_IntoOneStoreAtTheSameTime_DoNotHarmEachOther()
    {
        using Replay replay = Replay.Start(_folder.Path, sample.Path, "--latency", "20ms");

        // The same choice: the second must not take over what the first is writing.
        RunningProgram[] programs = [.. Enumerable.Range(0, 3).Select(_ => RunningProgram.Start(_folder.Path, Collect("store", replay)))];
        foreach (RunningProgram program in programs)
        {
            using (program)
            {
                program.Wait(TimeSpan.FromMinutes(1)).ExitCode.ShouldBe(5);
            }
        }

        Completed("store").ShouldBe(3);
        string[] essences = [.. Snapshots("store").Select(s => Manifest.Essence(_folder.PathOf("store"), s).Replace("status: 304", "status: 200", StringComparison.Ordinal))];
        essences.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        ProgramRun.Expect(0, _folder.Path, "store", "verify", "store").Output.ShouldContain("0 problems");
    }

    public void Dispose() => _folder.Dispose();

    // Whether it was still running; one that had finished was not killed.
    private bool Kill(string[] call, TimeSpan after)
    {
        using RunningProgram program = RunningProgram.Start(_folder.Path, call);
        Thread.Sleep(after);
        program.Signal("KILL");
        return program.Wait(TimeSpan.FromSeconds(30)).ExitCode == 137;
    }

    private static string[] Collect(string store, Replay replay) =>
        ["collect", "testgrid", "--all", "--url", replay.Url, "--source", "legacy", "--into", store, "--in-flight", "2", "--requests-per-second", "0"];

    private IReadOnlyList<string> Snapshots(string store) =>
        Directory.Exists(_folder.PathOf(store, "snapshots")) ? [.. Directory.GetDirectories(_folder.PathOf(store, "snapshots")).Where(f => File.Exists(Path.Combine(f, "manifest.json"))).Select(f => Path.GetFileName(f)!)] : [];

    private int Completed(string store) => Snapshots(store).Count;

    private string Snapshot(string store) => Snapshots(store).ShouldHaveSingleItem();
}

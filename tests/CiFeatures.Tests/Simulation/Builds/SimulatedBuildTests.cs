using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation.Builds;

public class SimulatedBuildTests
{
    private const int FewBuilds = 5;
    private static readonly SimulationOptions Options = SimulatedRun.Little(7) with { BuildsPerJob = 12 };

    [Fact]
    public void Run_WithTheSameSeed_GivesTheSameBytes()
    {
        string first = Fingerprint(Builds(Options).Builds);

        Fingerprint(Builds(Options).Builds).ShouldBe(first);
        Fingerprint(Builds(Options with { Seed = 8 }).Builds).ShouldNotBe(first);
    }

    [Fact]
    public void Builds_OfEveryJob_AgreeWithTheGridInTimesResultsAndFailingTests()
    {
        using var folder = new CiFeatures.Tests.Support.TemporaryFolder();
        SnapshotReader snapshot = Simulate(folder.PathOf("store"), Options with { BuildsPerJob = FewBuilds });
        int failing = 0;
        int builds = 0;
        foreach ((string dashboard, string job) in snapshot.Dashboards.SelectMany(d => snapshot.JobsWithTable(d).Select(j => (d, j))))
        {
            JobGrid grid = snapshot.ReadGrid(new JobKey(dashboard, job), []);
            foreach (string build in snapshot.Builds(job))
            {
                int run = grid.Runs.Builds.ToList().IndexOf(build);
                if (run < 0)
                {
                    continue;
                }

                List<DecodeIssue> issues = [];
                BuildRecord record = snapshot.ReadBuild(new BuildKey(job, build), issues);
                issues.ShouldBeEmpty();
                record.Started!.Time.ShouldNotBeNull();
                CellStatus overall = StatusOf(grid, grid.Tests.First(t => t.Name.EndsWith("Overall", StringComparison.Ordinal)).Name, run);
                record.Finished?.Passed.ShouldBe(overall is CellStatus.Pass or CellStatus.Flaky);
                (record.Finished is null).ShouldBe(overall is CellStatus.Running or CellStatus.TimedOut);
                string[] expected = [.. Failing(grid, run).Order(StringComparer.Ordinal)];
                string[] found = [.. record.Files.Where(f => f.Path.EndsWith(".xml", StringComparison.Ordinal) && !f.IsMissing).SelectMany(f => FailedCases(snapshot, record.Key, f.Path)).Order(StringComparer.Ordinal)];
                if (record.Files.Any(f => f.Path == "artifacts/metadata.json" && !f.IsMissing))
                {
                    found.ShouldBe(expected);
                    failing += found.Length;
                }

                builds++;
            }
        }

        // Each is in the simulated grid, and in the one that is built from the artifacts.
        builds.ShouldBe(2 * 3 * FewBuilds);
        failing.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Truth_OfFailedBuilds_NamesLinesThatExplain()
    {
        (List<SimulatedBuild> builds, MemoryTruthSink truth) = Builds(Options);

        truth.Builds.Count.ShouldBe(36);
        foreach ((BuildTruth about, SimulatedBuild build) in truth.Builds.Zip(builds))
        {
            (about.Explanations.Count > 0).ShouldBe(about.Result == "failed");
            string[] lines = LogOf(build).Split('\n');
            lines.Length.ShouldBe(about.LogLines + 1);
            about.Explanations.Select(e => e.Line).ShouldBeInOrder();
            about.Explanations.ShouldAllBe(e => lines[e.Line - 1].Trim().Length > 0);
        }
    }

    [Theory]
    [InlineData(2021, 2, false)]
    [InlineData(2021, 6, true)]
    public void Logs_BeforeAndAfterApril2021_HaveTheirForms(int year, int month, bool isNew)
    {
        SimulatedBuild build = Builds(Options with { BuildsPerJob = 2, End = new DateTimeOffset(year, month, 20, 0, 0, 0, TimeSpan.Zero) }).Builds.First(b => LogOf(b).Length > 0);
        string log = LogOf(build);

        log.ShouldMatch(isNew ? @"^\x1b\[36mINFO\x1b\[0m\[2021-\d\d-\d\dT\d\d:\d\d:\d\dZ\] pipeline" : @"^2021/\d\d/\d\d \d\d:\d\d:\d\d pipeline");
        (build.Folders.Single(f => f.Folder.Length == 0).Entries.Single(e => e.Name == "build-log.txt").Bytes != Encoding.UTF8.GetByteCount(log)).ShouldBe(isNew);
    }

    [Fact]
    public void Shares_OfManyBuilds_AreNearTheMeasuredOnes()
    {
        SimulatedBuild[] builds = [.. Builds(SimulationOptions.For(SimulationPreset.Small, 3) with { JobsPerDashboard = [12, 12], RunsPerJob = 40, TestsScale = 0.02, FewestTests = 12, MostTests = 30, BuildsPerJob = 40 }).Builds.Where(b => b.Files.Any(f => f.Key == "finished.json"))];
        double Missing(string path) => builds.Count(b => b.Missing.Contains(path)) / (double)builds.Length;

        builds.Length.ShouldBeGreaterThan(850);
        Missing("podinfo.json").ShouldBeInRange(0.003, 0.03);
        Missing("artifacts/build-resources/events.json").ShouldBeInRange(0.006, 0.045);
        builds.ShouldAllBe(b => !b.Missing.Intersect(b.Files.Select(f => f.Key)).Any());
    }

    [Fact]
    public void Run_WithoutAPlaceForBuilds_RefusesThem() =>
        Should.Throw<CiFeaturesException>(() => SimulatedRun.Of(Options)).Code.ShouldBe(SimulationErrors.BuildsNeedStore);

    private static SnapshotReader Simulate(string place, SimulationOptions options)
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(place, TimeProvider.System);
        using (var sink = new SnapshotAnswerSink(store, options.Seed))
        {
            Simulator.Run(options, sink, new MemoryTruthSink());
        }

        return store.OpenSnapshots("latest").Single();
    }

    private static (List<SimulatedBuild> Builds, MemoryTruthSink Truth) Builds(SimulationOptions options)
    {
        var sink = new MemoryBuildSink();
        var truth = new MemoryTruthSink();
        Simulator.Run(options, sink, truth);
        return (sink.Builds, truth);
    }

    private static string LogOf(SimulatedBuild build) => Encoding.UTF8.GetString(build.Files.FirstOrDefault(f => f.Key == "build-log.txt").Value ?? []);

    private static string Fingerprint(IEnumerable<SimulatedBuild> builds) => Convert.ToHexString(SHA256.HashData([.. builds.SelectMany(b =>
        ListingJson.Write(new StoredListing(b.Address, b.Folders)).Concat(b.Files.SelectMany(f => Encoding.UTF8.GetBytes(f.Key).Concat(f.Value))))]));

    private static IEnumerable<string> Failing(JobGrid grid, int run) => grid.Tests
        .Where((t, i) => ((CellStatus)grid.Row(i)[run] is CellStatus.Fail or CellStatus.Flaky) && !t.Name.EndsWith("Overall", StringComparison.Ordinal) && !t.Name.EndsWith("Pod", StringComparison.Ordinal))
        .Select(t => t.Name);

    // The platform's own XML reader, so that nothing of ours reads what ours wrote.
    private static IEnumerable<string> FailedCases(SnapshotReader snapshot, BuildKey key, string path)
    {
        using Stream file = snapshot.OpenFile(key, path)!;
        return
        [
            .. XDocument.Load(file).Descendants("testcase").Where(c => c.Element("failure") is not null)
                .Select(c => c.Parent!.Attribute("name")!.Value is { Length: > 0 } suite ? $"{suite}.{c.Attribute("name")!.Value}" : c.Attribute("name")!.Value),
        ];
    }

    private static CellStatus StatusOf(JobGrid grid, string test, int run) => (CellStatus)grid.Row(grid.Tests.ToList().FindIndex(t => t.Name == test))[run];
}

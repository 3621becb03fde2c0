using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Import;

public class RealDataImportTests
{
    [SkippableTheory]
    [InlineData("4.8GA", 104, 77_501, 11_127, 6_979_421)]
    [InlineData("4.7GA", 71, 51_317, 5_582, 4_382_378)]
    [InlineData("4.6GA", 61, 36_848, 6_263, 4_682_402)]
    public void Run_Release_GivesTheKnownTotals(string release, int tables, long tests, long runs, long cells)
    {
        string folder = SharedData.PathOrSkip("data", "testgrid", release);
        using ImportScene scene = new();
        ImportResult result = scene.Import(folder: folder);
        result.Manifest.Skipped.ShouldBeEmpty();
        result.Manifest.Counts.ShouldBe(result.Manifest.Counts with { Files = tables + 2, Dashboards = 2, Summaries = 2, Tables = tables, Tests = tests, Runs = runs, Cells = cells });
        VerificationReport report = StoreVerification.Run(scene.Store, "all", null, CancellationToken.None);
        report.Problems.ShouldBeEmpty();
        report.Files.ShouldBe(tables + 2);
    }

    [SkippableFact]
    public void Run_AllReleasesAtOnce_FindsSixDashboards()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid");
        using ImportScene scene = new();
        ImportResult result = scene.Import(folder: folder);
        result.Manifest.Counts.Dashboards.ShouldBe(6);
        result.Manifest.Counts.Tables.ShouldBe(236);
        result.Manifest.Skipped.ShouldBeEmpty();

        string path = result.Manifest.Files[100].Path;
        string file = Path.Combine([result.Folder, .. path.Split('/')]);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        StoreVerification.Run(scene.Store, "latest", null, CancellationToken.None).Problems.ShouldHaveSingleItem().Path.ShouldBe(path);

        ImportResult second = scene.Import(folder: folder);
        second.Manifest.Fingerprint.ShouldBe(result.Manifest.Fingerprint);
        second.LinkedFiles.ShouldBe(241);
        StoreVerification.Run(scene.Store, "latest", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Reader_Release48_GivesEveryGridFromSeveralThreads()
    {
        using ImportScene scene = new();
        scene.Import(folder: SharedData.PathOrSkip("data", "testgrid", "4.8GA"));
        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        List<JobKey> jobs = [.. reader.Dashboards.SelectMany(d => reader.JobsWithTable(d).Select(j => new JobKey(d, j)))];
        long cells = 0;
        Parallel.ForEach(jobs, key => Interlocked.Add(ref cells, reader.ReadGrid(key, []).CellCount));
        cells.ShouldBe(6_979_421);
        reader.Dashboards.Sum(d => reader.ReadSummary(d, [])!.Jobs.Count).ShouldBe(108);
    }
}

using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Import;

public class RealDataImportTests
{
    [SkippableFact]
    public void Run_AllReleasesAtOnce_GivesTheKnownTotals()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid");
        using ImportScene scene = new();
        SnapshotManifest manifest = scene.Import(folder: folder).Manifest;
        manifest.Skipped.ShouldBeEmpty();
        manifest.Counts.Dashboards.ShouldBe(6);
        manifest.Counts.Summaries.ShouldBe(6);
        Totals(manifest, "-4.8-").ShouldBe((104, 77_501, 11_127, 6_979_421));
        Totals(manifest, "-4.7-").ShouldBe((71, 51_317, 5_582, 4_382_378));
        Totals(manifest, "-4.6-").ShouldBe((61, 36_848, 6_263, 4_682_402));
    }

    [SkippableFact]
    public void Run_Release48_CanBeVerifiedReadAndImportedAgain()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid", "4.8GA");
        using ImportScene scene = new();
        ImportResult first = scene.Import(folder: folder);
        first.Manifest.Skipped.ShouldBeEmpty();
        first.Manifest.Counts.Files.ShouldBe(106);
        VerificationReport report = StoreVerification.Run(scene.Store, "all", null, CancellationToken.None);
        report.Problems.ShouldBeEmpty();
        report.Files.ShouldBe(106);

        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        List<JobKey> jobs = [.. reader.Dashboards.SelectMany(d => reader.JobsWithTable(d).Select(j => new JobKey(d, j)))];
        long cells = 0;
        Parallel.ForEach(jobs, key => Interlocked.Add(ref cells, reader.ReadGrid(key, []).CellCount));
        cells.ShouldBe(6_979_421);
        reader.Dashboards.Sum(d => reader.ReadSummary(d, [])!.Jobs.Count).ShouldBe(108);

        string path = first.Manifest.Files[50].Path;
        string file = Path.Combine([first.Folder, .. path.Split('/')]);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        StoreVerification.Run(scene.Store, first.SnapshotId, null, CancellationToken.None).Problems.ShouldHaveSingleItem().Path.ShouldBe(path);

        // The next import shares everything but the file that is no longer what it was.
        ImportResult second = scene.Import(folder: folder);
        second.Manifest.Fingerprint.ShouldBe(first.Manifest.Fingerprint);
        second.LinkedFiles.ShouldBe(105);
        StoreVerification.Run(scene.Store, second.SnapshotId, null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    private static (int Tables, long Tests, long Runs, long Cells) Totals(SnapshotManifest manifest, string release)
    {
        List<SnapshotFile> tables = [.. manifest.Files.Where(f => f.Kind == SnapshotFileKind.Table && f.Dashboard!.Contains(release, StringComparison.Ordinal))];
        return (tables.Count, tables.Sum(f => (long)f.Tests!), tables.Sum(f => (long)f.Runs!), tables.Sum(f => (long)f.Cells!));
    }
}

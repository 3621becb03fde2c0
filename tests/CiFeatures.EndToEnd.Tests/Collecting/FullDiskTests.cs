using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Collecting;

/// <summary>A disk that fills up in the middle of a collection: what is there is kept, and gone on with when there is room again.</summary>
public sealed class FullDiskTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _work = new();

    [SkippableTheory]
    [InlineData(1, 0)]
    [InlineData(4, 2)]
    public void Collect_DiskFull_KeepsWhatIsThereAndGoesOnLater(int inFlight, double perSecond)
    {
        using var disk = new SmallDisk(1024);
        using Replay replay = Replay.Start(_work.Path, sample.Path);
        string[] collect =
        [
            "collect", "testgrid", "--all", "--url", replay.Url, "--source", "legacy", "--into", disk.PathOf("store"), "--in-flight", FormattableString.Invariant($"{inFlight}"),
            "--requests-per-second", FormattableString.Invariant($"{perSecond}"),
        ];
        disk.Fill(freeBytes: 100_000);

        ProgramRun run = ProgramRun.Expect(3, _work.Path, collect);

        run.ShouldTell("CIF1207", disk.PathOf("store"));
        run.Error.ShouldContain("space");
        run.Error.ShouldContain("the same command goes on from there");
        File.Delete(disk.PathOf("filler"));
        int recovered = Json.Parse(ProgramRun.Expect(5, _work.Path, [.. collect, "--json"])).GetProperty("recovered_files").GetInt32();
        recovered.ShouldBeGreaterThanOrEqualTo(3);
        FileTree.Of(disk.Path).ShouldAllBe(line => !line.Contains(".tmp", StringComparison.Ordinal));
        ProgramRun.Expect(0, _work.Path, "store", "verify", disk.PathOf("store"));
    }

    public void Dispose() => _work.Dispose();
}

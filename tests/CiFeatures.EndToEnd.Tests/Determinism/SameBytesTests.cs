using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Determinism;

/// <summary>The same input gives the same bytes, in every format and with any number of threads.</summary>
public sealed class SameBytesTests(SampleStore store) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Features_TwiceAndWithOtherThreads_AreByteIdentical()
    {
        string[] call = ["features", "--from", store.Path, "--format", "parquet", "--format", "csv", "--format", "npz", "--with-cells"];
        ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "first", "--threads", "1"]);
        IReadOnlyList<string> first = FileTree.Of(_folder.PathOf("first"));
        first.Count.ShouldBe((6 * 3) + 2);

        ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "again", "--threads", "1"]);
        ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "two", "--threads", "2"]);
        ProgramRun.Expect(0, _folder.Path, [.. call, "--out", "many", "--threads", "7"]);

        FileTree.Of(_folder.PathOf("again")).ShouldBe(first);
        FileTree.Of(_folder.PathOf("two")).ShouldBe(first);
        FileTree.Of(_folder.PathOf("many")).ShouldBe(first);
    }

    [Fact]
    public void OneFileVerbs_Twice_AreByteIdentical()
    {
        string[] job = ["--from", store.Path, "--dashboard", SampleStore.Dashboard, "--job", SampleStore.Job];
        foreach (string folder in new[] { "first", "second" })
        {
            ProgramRun.Expect(0, _folder.Path, ["tensor", .. job, "--out", $"{folder}/tensor.npz"]);
            ProgramRun.Expect(0, _folder.Path, ["tensor", .. job, "--snapshot", "all", "--out", $"{folder}/stack.npz"]);
            ProgramRun.Expect(0, _folder.Path, ["plot", "grid", .. job, "--out", $"{folder}/grid.svg"]);
            ProgramRun.Expect(0, _folder.Path, ["plot", "grid", .. job, "--out", $"{folder}/grid.png"]);
            ProgramRun.Expect(0, _folder.Path, ["plot", "series", .. job, "--test", "Overall", "--out", $"{folder}/series.png"]);
            ProgramRun.Expect(0, _folder.Path, "export", "notebook", "--from", store.Path, "--out", $"{folder}/notebook.json");
        }

        FileTree.Of(_folder.PathOf("first")).Count.ShouldBe(6);
        FileTree.Of(_folder.PathOf("second")).ShouldBe(FileTree.Of(_folder.PathOf("first")));
    }

    [Fact]
    public void Simulate_SameSeed_IsByteIdenticalAndAnotherSeedIsNot()
    {
        foreach ((string name, string seed) in new[] { ("first", "7"), ("second", "7"), ("other", "8") })
        {
            ProgramRun.Expect(0, _folder.Path, "simulate", "--seed", seed, "--into", $"{name}/store", "--truth", $"{name}/truth", "--dashboards", "1", "--jobs", "2", "--tests-scale", "0.2");
        }

        FileTree.Of(_folder.PathOf("first")).Count.ShouldBeGreaterThan(6);
        FileTree.Of(_folder.PathOf("second")).ShouldBe(FileTree.Of(_folder.PathOf("first")));
        FileTree.Of(_folder.PathOf("other")).ShouldNotBe(FileTree.Of(_folder.PathOf("first")));
    }

    [Fact]
    public void Import_Twice_HasTheSameBodiesAndFingerprintAndSharesThem()
    {
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", SampleStore.Answers, "--into", "store", "--at", "2026-06-30T12:00:00Z");
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", SampleStore.Answers, "--into", "store", "--at", "2026-07-01T12:00:00Z");

        string[] snapshots = [.. Directory.GetDirectories(_folder.PathOf("store", "snapshots")).Order(StringComparer.Ordinal)];
        FileTree.Of(Path.Combine(snapshots[1], "testgrid")).ShouldBe(FileTree.Of(Path.Combine(snapshots[0], "testgrid")));
        Json.Parse(ProgramRun.Expect(0, _folder.Path, "store", "list", "store", "--json")).GetProperty("snapshots").EnumerateArray()
            .Select(s => s.GetProperty("fingerprint").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}

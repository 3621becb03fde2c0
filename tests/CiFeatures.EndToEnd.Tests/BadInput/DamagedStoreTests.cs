using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.BadInput;

/// <summary>A store of which one thing is no longer as it was written.</summary>
public sealed class DamagedStoreTests(SampleStore sample) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut")]
    [InlineData("deleted")]
    [InlineData("other answer")]
    public void OneBody_Damaged_FeaturesSkipsItAndVerifyNamesIt(string damage)
    {
        string store = sample.CopyTo(_folder.PathOf("store"));
        string body = Body(store);
        Damage(body, damage);

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, "features", "--from", "store", "--out", "out", "--json");
        run.Error.ShouldContain($"skipped {SampleStore.Dashboard} / {SampleStore.Job}", Case.Sensitive, run.ToString());
        JsonElement document = Json.Parse(run);
        document.GetProperty("skipped").EnumerateArray().Single().GetProperty("job").GetString().ShouldBe(SampleStore.Job);
        long grids = document.GetProperty("grids").GetInt64();
        grids.ShouldBe(Json.Parse(ProgramRun.Expect(0, _folder.Path, "features", "--from", sample.Path, "--out", "whole", "--json")).GetProperty("grids").GetInt64() - 1);

        ProgramRun verify = ProgramRun.Expect(7, _folder.Path, "store", "verify", "store");
        verify.Output.ShouldContain(Path.GetFileName(body));
        verify.Output.ShouldContain(": 1 problems.");
        ProgramRun.Expect(7, _folder.Path, "tensor", "--from", "store", "--dashboard", SampleStore.Dashboard, "--job", SampleStore.Job, "--out", "t.npz").ShouldTell(damage == "deleted" ? "CIF1208" : "CIF1209", Path.GetFileName(body));
        File.Exists(_folder.PathOf("t.npz")).ShouldBeFalse();
    }

    [Fact]
    public void Summary_Damaged_KeepsTheTables()
    {
        string store = sample.CopyTo(_folder.PathOf("store"));
        Damage(Path.Combine(Snapshot(store), "testgrid", SampleStore.Dashboard, "summary.json.gz"), "cut");

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, "features", "--from", "store", "--out", "out");
        run.Error.ShouldContain(SampleStore.Dashboard);
        run.Error.ShouldContain("CIF1209");
    }

    [Theory]
    [InlineData("{", "CIF1205")]
    [InlineData("{}", "CIF1205")]
    [InlineData("[]", "CIF1205")]
    [InlineData("", "CIF1205")]
    public void Manifest_Damaged_IsSevenAndNamed(string text, string code)
    {
        string store = sample.CopyTo(_folder.PathOf("store"));
        File.WriteAllText(Path.Combine(Snapshot(store), "manifest.json"), text);

        ProgramRun.Expect(7, _folder.Path, "features", "--from", "store", "--out", "out").ShouldTell(code, "manifest.json");
        ProgramRun.Expect(7, _folder.Path, "store", "verify", "store");
        ProgramRun.Expect(0, _folder.Path, "store", "list", "store").Output.ShouldContain("damaged");
        FileTree.Names(_folder.Path).ShouldBe(["store"]);
    }

    [Fact]
    public void DataSet_Damaged_IsToldByDescribe()
    {
        ProgramRun.Expect(0, _folder.Path, "features", "--from", sample.Path, "--out", "out", "--format", "parquet", "--format", "csv", "--format", "npz");
        foreach ((string file, string code) in new[] { ("tests.parquet", "CIF1401"), ("tests.npz", "CIF1403") })
        {
            Damage(_folder.PathOf("out", file), "cut");
            ProgramRun.Expect(3, _folder.Path, "describe", $"out/{file}").ShouldTell(code, file);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Snapshot(string store) => Directory.GetDirectories(Path.Combine(store, "snapshots")).Single();

    private static string Body(string store) => Path.Combine(Snapshot(store), "testgrid", SampleStore.Dashboard, "table", SampleStore.Job + ".json.gz");

    private static void Damage(string file, string how)
    {
        byte[] bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 0x10;
                File.WriteAllBytes(file, bytes);
                break;
            case "cut":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case "deleted":
                File.Delete(file);
                break;
            default:
                File.WriteAllBytes(file, AnswerTree.Gzip(AnswerTree.Table("other")));
                break;
        }
    }
}

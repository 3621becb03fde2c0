using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Contract;

/// <summary>Exit codes, and what goes to which stream. The codes 5, 7 and 130 have classes of their own.</summary>
public sealed class ExitCodeTests(SampleStore store) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Verb_Success_IsZeroWithResultsOnStdout()
    {
        ProgramRun run = ProgramRun.Expect(0, _folder.Path, "features", "--from", store.Path, "--out", "out", "--quiet");

        run.Output.ShouldContain("tests");
        run.Output.ShouldContain(_folder.PathOf("out"));
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("featurs", "Did you mean features?")]
    [InlineData("store verfy", "Did you mean verify?")]
    [InlineData("features --from s --out o --thread 1", "Did you mean --threads?")]
    [InlineData("features --from s --out o --format xml", "'parquet' 'csv' 'npz'")]
    [InlineData("features --from s --out o --threads two", "a whole number")]
    [InlineData("features --from s --out o --threads 0", "--threads")]
    [InlineData("features --out o", "--from")]
    [InlineData("simulate --seed 1", "--into and --tree")]
    [InlineData("plot grid --from s --dashboard d --job j --out o.svg --order upwards", "failing-first")]
    [InlineData("import testgrid a --into s --at yesterday", "2021-07-28T13:10:00Z")]
    public void Call_NotUnderstood_IsTwoAndSaysWhatWasMeant(string line, string hint)
    {
        ProgramRun run = ProgramRun.Expect(2, _folder.Path, line.Split(' '));

        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(hint);
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldNotContain("System.");
        run.Error.ShouldNotContain("CiFeatures.");
        FileTree.Of(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("features --from nowhere --out out", "CIF1201")]
    [InlineData("store list nowhere", "CIF1201")]
    [InlineData("import testgrid nowhere --into store", "CIF1220")]
    [InlineData("describe nowhere.csv", "CIF1413")]
    [InlineData("describe .", "CIF1408")]
    [InlineData("tensor --from nowhere --dashboard d --job j --out t.npz", "CIF1201")]
    [InlineData("export notebook --from nowhere --out t.json", "CIF1201")]
    public void Input_NotThere_IsThreeAndSaysWhereAndWhatToDo(string line, string code)
    {
        ProgramRun run = ProgramRun.Expect(3, _folder.Path, line.Split(' '));

        run.Output.ShouldBeEmpty();
        run.ShouldTell(code, _folder.Path);
        FileTree.Of(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no-such-dashboard", SampleStore.Job, SampleStore.Dashboard)]
    [InlineData(SampleStore.Dashboard, "e2e-azure-proxi", SampleStore.Job)]
    public void Job_NotThere_IsThreeAndNamesTheNearest(string dashboard, string job, string nearest)
    {
        ProgramRun.Expect(3, _folder.Path, "tensor", "--from", store.Path, "--dashboard", dashboard, "--job", job, "--out", "t.npz").Error.ShouldContain(nearest);
    }

    [Fact]
    public void Error_WithoutVerbosity_HasNoStackTraceAndWithTwoHas()
    {
        string[] call = ["features", "--from", "nowhere", "--out", "out"];

        ProgramRun.Expect(3, _folder.Path, call).Error.ShouldNotContain("   at ");
        ProgramRun.Expect(3, _folder.Path, [.. call, "-v"]).Error.ShouldNotContain("   at ");
        ProgramRun.Expect(3, _folder.Path, [.. call, "-vv"]).Error.ShouldContain("   at CiFeatures.");
        ProgramRun.Expect(3, _folder.Path, [.. call, "-v", "-v"]).Error.ShouldContain("   at CiFeatures.");
    }

    public void Dispose() => _folder.Dispose();
}

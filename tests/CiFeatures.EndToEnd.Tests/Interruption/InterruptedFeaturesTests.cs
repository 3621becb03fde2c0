using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Interruption;

/// <summary><c>features</c> that is stopped in the middle: no half data set, the former one stays, and the next run works.</summary>
[Collection(LargeStoreGroup.Name)]
public sealed class InterruptedFeaturesTests(LargeStore store) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Signal_InTheMiddle_EndsTidilyWith130(string signal)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        IReadOnlyList<string> before = FormerDataSet();

        ProgramRun run = Stop(signal);

        run.ExitCode.ShouldBe(130, run.ToString());
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("Interrupted");
        FileTree.Of(_folder.Path).ShouldBe(before);
    }

    [SkippableFact]
    public void Kill_InTheMiddle_KeepsTheFormerDataSetAndTheNextRunClearsUp()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        IReadOnlyList<string> before = FormerDataSet();

        Stop("KILL").ExitCode.ShouldBe(137);

        FileTree.Of(_folder.PathOf("out")).ShouldBe(before.Where(l => l.StartsWith("out/", StringComparison.Ordinal)).Select(l => l["out/".Length..]).Where(l => l.Length > 0));
        string left = FileTree.Names(_folder.Path).Single(n => n != "out");
        left.ShouldStartWith(".out.partial-");
        File.Exists(_folder.PathOf(left, "manifest.json")).ShouldBeFalse();
        ProgramRun.Expect(3, _folder.Path, "describe", left).ShouldTell("CIF1408", left);

        ProgramRun.Expect(0, _folder.Path, [.. SmallCall, "--force"]);
        FileTree.Of(_folder.Path).ShouldBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private string[] SmallCall => ["features", "--from", store.Path, "--out", "out", "--job", store.LargestJobs(1)[0]];

    private IReadOnlyList<string> FormerDataSet()
    {
        ProgramRun.Expect(0, _folder.Path, SmallCall);
        return FileTree.Of(_folder.Path);
    }

    private ProgramRun Stop(string signal)
    {
        using RunningProgram program = RunningProgram.StartInterruptible(_folder.Path, ["features", "--from", store.Path, "--out", "out", "--force", "--format", "csv"]);
        program.WaitUntil(() => Directory.EnumerateDirectories(_folder.Path, ".out.partial-*").Any(f => new FileInfo(Path.Combine(f, "tests.csv")) is { Exists: true, Length: > 100_000 }));
        program.HasEnded.ShouldBeFalse("It was too fast to be stopped.");
        program.Signal(signal);
        return program.Wait(Patience);
    }
}

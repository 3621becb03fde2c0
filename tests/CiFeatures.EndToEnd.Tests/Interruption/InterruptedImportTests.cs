using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Interruption;

/// <summary>An import that is stopped in the middle never looks like a snapshot, harms no other, and the next one works.</summary>
[Collection(LargeStoreGroup.Name)]
public sealed class InterruptedImportTests(LargeStore large) : IDisposable
{
    private const string First = "2026-06-30T120000Z";
    private const string Stopped = "2026-07-01T120000Z";
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Interrupt_InTheMiddle_RemovesTheSnapshot()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        IReadOnlyList<string> before = FirstSnapshot();

        ProgramRun run = Stop("INT");

        run.ExitCode.ShouldBe(130, run.ToString());
        run.Output.ShouldBeEmpty();
        FileTree.Of(_folder.Path).ShouldBe(before);
    }

    [SkippableFact]
    public void Kill_InTheMiddle_LeavesAnIncompleteSnapshotThatNothingReads()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent with tools of Linux.");
        IReadOnlyList<string> before = FirstSnapshot();

        Stop("KILL").ExitCode.ShouldBe(137);

        before.ShouldBeSubsetOf(FileTree.Of(_folder.Path));
        State(Stopped).ShouldBe("incomplete");
        State(First).ShouldBe("complete");
        ProgramRun.Expect(0, _folder.Path, "store", "verify", "store").Output.ShouldContain("incomplete");
        Json.Parse(ProgramRun.Expect(0, _folder.Path, "features", "--from", "store", "--out", "out", "--json")).GetProperty("grids").GetInt32().ShouldBe(1);
        ProgramRun.Expect(3, _folder.Path, "features", "--from", "store", "--snapshot", Stopped, "--out", "other").ShouldTell("CIF1204", Stopped);

        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", SampleStore.Answers, "--into", "store", "--at", "2026-07-02T12:00:00Z");
        ProgramRun.Expect(0, _folder.Path, "store", "verify", "store");
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> FirstSnapshot()
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", tree.Root, "--into", "store", "--at", "2026-06-30T12:00:00Z");
        return FileTree.Of(_folder.Path);
    }

    private string State(string snapshot) =>
        Json.Parse(ProgramRun.Expect(0, _folder.Path, "store", "list", "store", "--json")).GetProperty("snapshots").EnumerateArray()
            .Single(s => s.GetProperty("id").GetString() == snapshot).GetProperty("state").GetString()!;

    private ProgramRun Stop(string signal)
    {
        string answers = _folder.PathOf("store", "snapshots", Stopped, "testgrid");
        using RunningProgram program = RunningProgram.StartInterruptible(_folder.Path, ["import", "testgrid", large.Answers, "--into", "store", "--at", "2026-07-01T12:00:00Z"]);
        program.WaitUntil(() => Directory.Exists(answers) && Directory.EnumerateFiles(answers, "*.json.gz", SearchOption.AllDirectories).Take(3).Count() == 3);
        program.HasEnded.ShouldBeFalse("It was too fast to be stopped.");
        program.Signal(signal);
        return program.Wait(TimeSpan.FromMinutes(1));
    }
}

using System.Diagnostics;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Writing;

namespace CiFeatures.Tests.Collection.Store.Writing;

public class WriterMarkTests
{
    [Fact]
    public void TryTake_LivingWriter_IsRefusedUntilItEnds()
    {
        using TestStore test = new();
        SnapshotWriter writer = ResumeScene.Begin(test.Store);
        WriterMark.IsHeld(writer.Folder).ShouldBeTrue();
        WriterMark.TryTake(writer.Folder).ShouldBeNull();
        writer.Dispose();
        WriterMark.IsHeld(writer.Folder).ShouldBeFalse();
        using WriterMark mark = WriterMark.TryTake(writer.Folder).ShouldNotBeNull();
        WriterMark.IsHeld(writer.Folder).ShouldBeTrue();
    }

    [Fact]
    public void TryTake_NoMark_IsRefused()
    {
        using TemporaryFolder folder = new();
        WriterMark.TryTake(folder.Root).ShouldBeNull();
        WriterMark.TryTake(folder.PathOf("none")).ShouldBeNull();
        WriterMark.IsHeld(folder.Root).ShouldBeFalse();
        File.CreateSymbolicLink(folder.PathOf(".writing"), folder.PathOf("elsewhere"));
        File.WriteAllText(folder.PathOf("elsewhere"), "x");
        WriterMark.TryTake(folder.Root).ShouldBeNull();
    }

    [SkippableFact]
    public void Mark_SeenFromAnotherProcess_IsLockedWhileTheWriterLives()
    {
        string flock = FlockOrSkip();
        using TestStore test = new();
        SnapshotWriter writer = ResumeScene.Begin(test.Store);
        string mark = Path.Combine(writer.Folder, ".writing");
        Run(flock, "--nonblock", mark, "true").ShouldBe(1);
        writer.Dispose();
        Run(flock, "--nonblock", mark, "true").ShouldBe(0);
    }

    [SkippableFact]
    public void CreateOrResume_AnotherProcessHoldsTheMark_WaitsForItsDeath()
    {
        string flock = FlockOrSkip();
        using TestStore test = new();
        string id;
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            id = writer.SnapshotId;
        }

        // The program closes the file before it starts the other one, so killing it frees the lock at once.
        string mark = test.FileOf(id, ".writing");
        using Process holder = Process.Start(new ProcessStartInfo(flock, ["--close", mark, "sleep", "60"]) { UseShellExecute = false })!;
        try
        {
            SpinWait.SpinUntil(() => WriterMark.IsHeld(Path.GetDirectoryName(mark)!), TimeSpan.FromSeconds(20)).ShouldBeTrue();
            test.Store.List().Single().IsBeingWritten.ShouldBeTrue();
            using SnapshotWriter other = ResumeScene.Begin(test.Store);
            other.SnapshotId.ShouldNotBe(id);
            other.Discard();
        }
        finally
        {
            holder.Kill(entireProcessTree: true);
            holder.WaitForExit();
        }

        using SnapshotWriter resumed = ResumeScene.Begin(test.Store);
        resumed.SnapshotId.ShouldBe(id);
    }

    private static string FlockOrSkip()
    {
        string? program = new[] { "/usr/bin/flock", "/bin/flock" }.FirstOrDefault(File.Exists);
        Skip.If(program is null, "There is no flock(1) on this machine, the other process of this test.");
        return program!;
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store;

public class FullDiskTests
{
    private const int DiskBytes = 512 * 1024;

    [SkippableFact]
    public void Import_DiskBecomesFull_LeavesTheFormerSnapshotAsItWas()
    {
        using TemporaryFolder folder = new();
        using SmallDisk disk = SmallDisk.MountOrSkip(folder.PathOf("disk"));
        SnapshotStore store = SnapshotStore.OpenOrCreate(Path.Combine(disk.Root, "store"), new FixedClock());
        AnswerTexts.PutSmallTree(folder.PathOf("small"));
        new TestGridImport(store).Run(folder.PathOf("small"), new ImportOptions(), null, CancellationToken.None);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(disk.Root);

        for (int i = 0; i < 20; i++)
        {
            AnswerTexts.Put(folder.PathOf("large"), $"d/table/j{i}.json", AnswerTexts.TableOf($"j{i}", [.. Enumerable.Range(0, 1000).Select(t => Noise(i, t))]));
        }

        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => new TestGridImport(store).Run(folder.PathOf("large"), new ImportOptions(), null, CancellationToken.None));
        e.Code.ShouldBe("CIF1207");
        e.Place.ShouldContain("table");
        e.Message.ShouldContain("space");
        TemporaryFolder.Contents(disk.Root).ShouldBe(before);
        StoreVerification.Run(store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
        store.Resolve("all").Count.ShouldBe(1);
    }

    [SkippableFact]
    public void Complete_DiskIsFull_LeavesTheSnapshotIncomplete()
    {
        using TemporaryFolder folder = new();
        using SmallDisk disk = SmallDisk.MountOrSkip(folder.PathOf("disk"));
        SnapshotStore store = SnapshotStore.OpenOrCreate(Path.Combine(disk.Root, "store"), new FixedClock());
        using SnapshotWriter writer = store.Create(TestStore.Source);
        writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}"));
        Fill(Path.Combine(disk.Root, "filler"));

        Should.Throw<CiFeaturesException>(() => writer.Complete()).Code.ShouldBe("CIF1207");
        store.List().Single().State.ShouldBe(SnapshotState.Incomplete);
        Directory.GetFiles(writer.Folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();

        // Nothing is lost: with space again, the same writer can finish.
        File.Delete(Path.Combine(disk.Root, "filler"));
        writer.Complete();
        StoreVerification.Run(store, "latest", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Write_FolderBecomesAFile_IsAClearErrorAndTheRestStays()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        File.WriteAllText(Path.Combine(writer.Folder, "testgrid"), "in the way");
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}")));
        e.Code.ShouldBe("CIF1207");
        e.Place.ShouldEndWith("summary.json.gz");
        File.Delete(Path.Combine(writer.Folder, "testgrid"));
        writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}"));
        writer.Complete().Files.Count.ShouldBe(1);
    }

    // Names that do not compress, the same in every run.
    private static string Noise(int job, int test) => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes((job * 100_000L) + test)));

    private static void Fill(string file)
    {
        using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (stream.Length <= 2 * DiskBytes)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            return;
        }

        throw new InvalidOperationException("The disk is larger than it should be.");
    }

    /// <summary>A file system of half a megabyte.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string root) => Root = root;

        public string Root { get; }

        public static SmallDisk MountOrSkip(string root)
        {
            Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only the superuser of a Linux machine can mount a small file system.");
            Directory.CreateDirectory(root);
            Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", $"size={DiskBytes}", "tmpfs", root) == 0, "A small file system cannot be mounted here.");
            return new SmallDisk(root);
        }

        public void Dispose() => Run("umount", Root);

        private static int Run(string program, params string[] arguments)
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}

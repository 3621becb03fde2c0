using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Tests.Formats.DataSets;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    private string Folder => _root.File("out");

    [Fact]
    public void Create_FolderWithSomethingInIt_IsRefusedAndUntouched()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");

        foreach (bool overwrite in new[] { false, true })
        {
            CiFeaturesException error = Should.Throw<CiFeaturesException>(() => DataSetFiles.Write(Folder, [SampleTables.Everything(1)], [DataSetFormat.Csv], overwrite));
            error.Code.ShouldBe(FormatErrors.OutputExists);
            error.Place.ShouldBe(Folder);
        }

        File.ReadAllText(Path.Combine(Folder, "notes.txt")).ShouldBe("mine");
        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Folder]);
    }

    [Fact]
    public void Create_DataSetWithAForeignFile_IsNotReplaced()
    {
        DataSetFiles.Write(Folder, [SampleTables.Everything(1)], [DataSetFormat.Csv]);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");

        Should.Throw<CiFeaturesException>(() => DataSetFiles.Write(Folder, [SampleTables.Everything(2)], [DataSetFormat.Csv], overwrite: true)).Message.ShouldContain("notes.txt");
    }

    [Fact]
    public void Complete_EmptyFolder_IsUsed()
    {
        Directory.CreateDirectory(Folder);

        DataSetFiles.Write(Folder + Path.DirectorySeparatorChar, [SampleTables.Everything(1)], [DataSetFormat.Csv]);

        File.Exists(Path.Combine(Folder, "manifest.json")).ShouldBeTrue();
    }

    [Fact]
    public void Complete_Overwrite_ReplacesAndLeavesNothingBeside()
    {
        DataSetFiles.Write(Folder, [SampleTables.Everything(1)], [DataSetFormat.Csv]);

        Should.Throw<CiFeaturesException>(() => DataSetFiles.Write(Folder, [SampleTables.Everything(2)], [DataSetFormat.Csv])).Remedy.ShouldContain("--force");
        DataSetReader.Open(Folder).Manifest.Tables[0].Rows.ShouldBe(1);
        DataSetFiles.Write(Folder, [SampleTables.Everything(2)], [DataSetFormat.Parquet], overwrite: true);

        DataSetReader.Open(Folder, verify: true).Manifest.Tables[0].Rows.ShouldBe(2);
        File.Exists(Path.Combine(Folder, "everything.csv")).ShouldBeFalse();
        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Folder]);
    }

    [Fact]
    public void Dispose_OverwriteWithoutComplete_KeepsTheOldDataSet()
    {
        DataSetFiles.Write(Folder, [SampleTables.Everything(1)], [DataSetFormat.Csv]);
        using (var writer = DataSetWriter.Create(new DataSetOptions { Folder = Folder, Overwrite = true }))
        {
            using ITableWriter table = writer.OpenTable(SampleTables.Schema);
            table.Write(SampleTables.Everything(5));
        }

        DataSetReader.Open(Folder, verify: true).Manifest.Tables[0].Rows.ShouldBe(1);
        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Folder]);
    }

    [Fact]
    public void Complete_RenameFails_PutsTheOldDataSetBack()
    {
        DataSetFiles.Write(Folder, [SampleTables.Everything(1)], [DataSetFormat.Csv]);
        using var folder = new OutputFolder(Folder, overwrite: true);

        // The new folder vanishes under the writer: the second rename must fail after the first went well.
        Directory.Delete(folder.Temporary, recursive: true);
        Should.Throw<CiFeaturesException>(folder.Finish).Code.ShouldBe(FormatErrors.CannotWrite);

        DataSetReader.Open(Folder, verify: true).Manifest.Tables[0].Rows.ShouldBe(1);
        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Folder]);
    }

    [Fact]
    public void Complete_SomethingAppearedMeanwhile_IsRefused()
    {
        using var writer = DataSetWriter.Create(new DataSetOptions { Folder = Folder });
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "other"), "x");

        Should.Throw<CiFeaturesException>(() => writer.Complete(new DataSetManifestInput())).Code.ShouldBe(FormatErrors.OutputExists);
        File.Exists(Path.Combine(Folder, "other")).ShouldBeTrue();
    }

    [Fact]
    public void Create_PlaceThatCannotBe_SaysWhere()
    {
        File.WriteAllText(_root.File("file"), "");

        Should.Throw<CiFeaturesException>(() => new OutputFolder(_root.File("file"), false)).Code.ShouldBe(FormatErrors.OutputExists);
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => new OutputFolder(_root.File("file", "below", "out"), false));
        error.Code.ShouldBe(FormatErrors.CannotWrite);
        error.Place.ShouldContain("below");
    }

    [SkippableFact]
    public void Write_FullDisk_NamesThePathAndLeavesTheOldDataUntouched()
    {
        // A file system of its own with 64 KB; needs the rights to mount one.
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs a small file system, which this test makes on Linux only.");
        string mount = _root.File("small");
        Directory.CreateDirectory(mount);
        Skip.IfNot(Shell("mount", "-t", "tmpfs", "-o", "size=64k", "none", mount) == 0, "A small file system cannot be mounted here (root is needed).");
        try
        {
            string target = Path.Combine(mount, "out");
            DataSetFiles.Write(target, [SampleTables.Everything(1)], [DataSetFormat.Csv]);
            foreach (DataSetFormat format in Enum.GetValues<DataSetFormat>())
            {
                CiFeaturesException error = Should.Throw<CiFeaturesException>(() => DataSetFiles.Write(target, [SampleTables.Everything(20_000)], [format], overwrite: true));
                error.Code.ShouldBe(FormatErrors.CannotWrite);
                error.Place.ShouldStartWith(target);
                error.Remedy.ShouldContain("space");
            }

            DataSetReader.Open(target, verify: true).Manifest.Tables[0].Rows.ShouldBe(1);
            Directory.GetFileSystemEntries(mount).ShouldBe([target]);
        }
        finally
        {
            Shell("umount", mount);
        }
    }

    public void Dispose() => _root.Dispose();

    private static int Shell(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}

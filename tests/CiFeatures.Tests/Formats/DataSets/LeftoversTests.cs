using CiFeatures.Formats.DataSets;

namespace CiFeatures.Tests.Formats.DataSets;

public sealed class LeftoversTests : IDisposable
{
    // Above what any system gives to a process.
    private const string Gone = "2147483646";
    private readonly TemporaryFolder _root = new();

    private string Final => _root.File("out");

    [Fact]
    public void CleanUp_UnfinishedFolderOfAProcessThatIsGone_IsRemoved()
    {
        Make($".out.partial-{Gone}-0", ".writing");

        new Leftovers(Final).CleanUp();

        Directory.GetFileSystemEntries(_root.Path).ShouldBeEmpty();
    }

    [Fact]
    public void CleanUp_FolderThatIsBeingWritten_Stays()
    {
        using var running = new OutputFolder(Final, overwrite: false);

        new Leftovers(Final).CleanUp();

        Directory.Exists(running.Temporary).ShouldBeTrue();
    }

    [Fact]
    public void CleanUp_LockedFolderOfAProcessThatSeemsGone_Stays()
    {
        string folder = _root.File($".out.partial-{Gone}-0");
        Directory.CreateDirectory(folder);
        using FileStream claim = Leftovers.Claim(folder);

        new Leftovers(Final).CleanUp();

        Directory.Exists(folder).ShouldBeTrue();
    }

    [Fact]
    public void CleanUp_DataSetThatAKilledRunHadSetAside_IsPutBack()
    {
        DataSetFiles.Write(Final, [SampleTables.Everything(3)], [DataSetFormat.Csv]);
        Directory.Move(Final, _root.File($".out.old-{Gone}-0"));

        new Leftovers(Final).CleanUp();

        DataSetReader.Open(Final, verify: true).Manifest.Tables[0].Rows.ShouldBe(3);
        Directory.GetFileSystemEntries(_root.Path).ShouldBe([Final]);
    }

    [Fact]
    public void CleanUp_SetAsideAndReplaced_IsRemovedOnlyWhenTheNewOneIsWhole()
    {
        Make($".out.old-{Gone}-0", "manifest.json");
        Make("out", "notes.txt");

        new Leftovers(Final).CleanUp();
        Directory.Exists(_root.File($".out.old-{Gone}-0")).ShouldBeTrue();

        Make("out", "manifest.json");
        new Leftovers(Final).CleanUp();
        Directory.Exists(_root.File($".out.old-{Gone}-0")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(".other.partial-" + Gone + "-0")]
    [InlineData(".out.partial-" + Gone)]
    [InlineData(".out.partial-mine")]
    [InlineData(".out.partial-" + Gone + "-0-copy")]
    [InlineData("out.partial-" + Gone + "-0")]
    public void CleanUp_FolderOfAnotherName_Stays(string name)
    {
        Make(name, "notes.txt");

        new Leftovers(Final).CleanUp();

        File.Exists(_root.File(name, "notes.txt")).ShouldBeTrue();
    }

    public void Dispose() => _root.Dispose();

    private void Make(string folder, string file)
    {
        Directory.CreateDirectory(_root.File(folder));
        File.WriteAllText(_root.File(folder, file), "x");
    }
}

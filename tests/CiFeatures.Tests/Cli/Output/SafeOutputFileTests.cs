using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Output;

public class SafeOutputFileTests
{
    [Fact]
    public void Write_ExistingFileWithoutForce_KeepsItAndSaysWhere()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("a.txt");
        File.WriteAllText(path, "old");

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => SafeOutputFile.Write(path, force: false, s => s.WriteByte(1), CancellationToken.None));

        error.Code.ShouldBe(CliErrors.OutputExists);
        error.Place.ShouldBe(path);
        File.ReadAllText(path).ShouldBe("old");
    }

    [Fact]
    public void Write_FailureHalfWay_KeepsTheOldFileAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("a.txt");
        File.WriteAllText(path, "old");

        Should.Throw<InvalidOperationException>(() => SafeOutputFile.Write(path, force: true, s =>
        {
            s.WriteByte(1);
            throw new InvalidOperationException("half way");
        }, CancellationToken.None));

        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void Write_NewFolder_IsMade()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("new", "a.bin");

        SafeOutputFile.Write(path, force: false, s => s.WriteByte(7), CancellationToken.None);

        File.ReadAllBytes(path).ShouldBe([7]);
    }

    [Fact]
    public void Write_FileWhereAFolderIsNeeded_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("file"), "x");

        Should.Throw<CiFeaturesException>(() => SafeOutputFile.Write(folder.PathOf("file", "a.bin"), force: false, s => s.WriteByte(7), CancellationToken.None))
            .Code.ShouldBe(CliErrors.NotWritable);
    }
}

using CiFeatures.Collection.Import;

namespace CiFeatures.Tests.Collection.Import;

public class CanonicalPathTests
{
    [Theory]
    [InlineData("/a/b", "/a/b", true)]
    [InlineData("/a/b/c", "/a/b", true)]
    [InlineData("/a/bc", "/a/b", false)]
    [InlineData("/a", "/a/b", false)]
    [InlineData("/a", "/", true)]
    public void IsInside_Path_IsAsExpected(string path, string folder, bool expected) =>
        CanonicalPath.IsInside(path.Replace('/', Path.DirectorySeparatorChar), folder.Replace('/', Path.DirectorySeparatorChar)).ShouldBe(expected);

    [SkippableFact]
    public void Of_LinksInTheMiddle_AreResolved()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege there.");
        using TemporaryFolder folder = new();
        string root = CanonicalPath.Of(folder.Root)!;
        Directory.CreateDirectory(Path.Combine(root, "real", "deep"));
        Directory.CreateSymbolicLink(Path.Combine(root, "link"), "real/../real/deep");
        File.WriteAllText(Path.Combine(root, "real", "deep", "f"), "");
        File.CreateSymbolicLink(Path.Combine(root, "real", "g"), Path.Combine(root, "link", "f"));
        CanonicalPath.Of(Path.Combine(root, "real", "g")).ShouldBe(Path.Combine(root, "real", "deep", "f"));
    }

    [SkippableFact]
    public void Of_Circle_IsNull()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege there.");
        using TemporaryFolder folder = new();
        Directory.CreateSymbolicLink(folder.PathOf("a"), "b");
        Directory.CreateSymbolicLink(folder.PathOf("b"), "a");
        CanonicalPath.Of(folder.PathOf("a", "x")).ShouldBeNull();
    }
}

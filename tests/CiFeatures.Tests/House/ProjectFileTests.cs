namespace CiFeatures.Tests.House;

/// <summary>What all projects share is in <c>eng</c>; a project file says only what is special about it.</summary>
public class ProjectFileTests
{
    private const int MaxLines = 18;

    [Fact]
    public void ProjectFiles_AreShort()
    {
        ProjectFile.All().Select(p => (p.Name, Lines: File.ReadAllLines(p.Path).Length)).Where(p => p.Lines > MaxLines)
            .ShouldBeEmpty($"A project file has at most {MaxLines} lines; move what others could share to eng.");
    }

    [Fact]
    public void ProjectFiles_NameNoVersions()
    {
        ProjectFile.All().Where(p => File.ReadAllText(p.Path).Contains("Version=", StringComparison.Ordinal)).Select(p => p.Name)
            .ShouldBeEmpty("Versions are in Directory.Packages.props.");
    }
}

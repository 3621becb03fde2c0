using System.Text.RegularExpressions;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary><c>src/CiFeatures.A/B/X.cs</c> is tested in <c>tests/CiFeatures.Tests/A/B/XTests.cs</c>, and namespaces follow the folders.</summary>
public partial class MirroredTreeTests
{
    // Folders of the test project that have no counterpart: the house itself, help for tests, readers of other makers, the documents,
    // and what several projects do together on recorded data.
    private static readonly string[] OfTheTestsOnly = ["House", "Support", "PublicApi", "Interop", "Docs", "Acceptance"];

    [Fact]
    public void TestFolders_HaveACounterpartInTheSources()
    {
        const string Tests = "tests/CiFeatures.Tests/";
        IEnumerable<string> orphans = SourceFiles.HandWritten()
            .Where(f => f.StartsWith(Tests, StringComparison.Ordinal) && f.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(f => Path.GetDirectoryName(f[Tests.Length..])!.Replace('\\', '/'))
            .Distinct()
            .Where(folder => !folder.Split('/').Intersect(OfTheTestsOnly).Any() && !Directory.Exists(Repository.PathOf("src", "CiFeatures." + folder)));

        orphans.ShouldBeEmpty("Tests stand where the code stands that they test.");
    }

    [Fact]
    public void Namespaces_FollowTheFolders()
    {
        List<string> wrong = [];
        foreach (string file in SourceFiles.HandWritten())
        {
            string[] parts = file.Split('/');
            string expected = string.Join('.', parts[1..^1]);
            Match found = NamespaceLine().Match(File.ReadAllText(Repository.PathOf(file)));
            if (found.Success && found.Groups[1].Value != expected)
            {
                wrong.Add($"{file}: namespace {found.Groups[1].Value}, expected {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}

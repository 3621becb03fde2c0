using System.Text.RegularExpressions;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary>Every error code has a name in an <c>…Errors</c> or <c>…Codes</c> class of its project and a section in <c>docs/errors</c>.</summary>
public partial class ErrorCodeTests
{
    private static readonly (string Digits, string Project)[] Areas =
    [
        ("11", "Decoding"), ("12", "Collection"), ("13", "Features"), ("14", "Formats"), ("14", "MLNet"),
        ("15", "Simulation"), ("16", "Reporting"), ("17", "Cli"), ("18", "Learning"), ("12", "GoogleCloud"), ("13", "Core"), ("10", "Core"),
    ];

    [Fact]
    public void Codes_OfTheSources_AreThoseOfTheDocuments()
    {
        string[] documented = [.. Documented()];

        documented.ShouldBeUnique();
        Declared().Select(c => c.Code).Except(documented).ShouldBeEmpty("A code of the sources has no section in docs/errors.");
        documented.Except(Declared().Select(c => c.Code)).ShouldBeEmpty("A section of docs/errors is about a code that the sources do not have.");
    }

    [Fact]
    public void Codes_AreUniqueAndOfTheirArea()
    {
        (string File, string Name, string Code)[] declared = [.. Declared()];

        declared.ShouldNotBeEmpty();
        declared.Select(c => c.Code).ShouldBeUnique();
        declared.Where(c => !Areas.Any(a => c.Code[3..5] == a.Digits && c.File.StartsWith($"src/CiFeatures.{a.Project}/", StringComparison.Ordinal)))
            .ShouldBeEmpty("The first two digits say the project; see docs/architecture.md.");
    }

    [Fact]
    public void Codes_AreUsed()
    {
        string all = string.Join('\n', Sources().Select(f => File.ReadAllText(Repository.PathOf(f))));

        Declared().Where(c => Regex.Count(all, $@"\b{c.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(10)) < 2)
            .ShouldBeEmpty("A code that nothing throws is not needed.");
    }

    [Fact]
    public void Codes_AreWrittenOutWhereTheyAreNamedOnly()
    {
        Sources().Where(f => !DeclaresCodes(f))
            .Where(f => File.ReadLines(Repository.PathOf(f)).Any(l => QuotedCode().IsMatch(l) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .ShouldBeEmpty("Use the constant of the project's Errors or Codes class.");
    }

    [Fact]
    public void Sections_SayWhatItMeansAndWhatToDo()
    {
        foreach (string file in Pages())
        {
            string[] sections = Heading().Split(File.ReadAllText(file));
            for (int i = 1; i + 1 < sections.Length; i += 2)
            {
                sections[i + 1].Trim().Length.ShouldBeGreaterThan(60, $"{Path.GetFileName(file)}: {sections[i]} says too little.");
            }
        }
    }

    private static IEnumerable<string> Documented() =>
        Pages().SelectMany(f => Heading().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value));

    private static IEnumerable<string> Pages()
    {
        string folder = Repository.PathOf("docs", "errors");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> Sources() => SourceFiles.HandWritten().Where(f => f.StartsWith("src/", StringComparison.Ordinal));

    private static bool DeclaresCodes(string file) =>
        file.EndsWith("Errors.cs", StringComparison.Ordinal) || file.EndsWith("Codes.cs", StringComparison.Ordinal);

    private static IEnumerable<(string File, string Name, string Code)> Declared() =>
        from file in Sources()
        where DeclaresCodes(file)
        from Match match in Declaration().Matches(File.ReadAllText(Repository.PathOf(file)))
        select (file, match.Groups[1].Value, match.Groups[2].Value);

    [GeneratedRegex(@"const\s+string\s+(\w+)\s*=\s*""(CIF\d{4})""")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"""CIF\d{4}""")]
    private static partial Regex QuotedCode();

    [GeneratedRegex(@"^## (CIF\d{4}) .+$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}

using System.Text;
using System.Text.RegularExpressions;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary>Nothing in the repository depends on one machine: no paths of one, no address of a package registry.</summary>
public class ForbiddenTextTests
{
    // Written in two pieces each, so that this file does not hold them.
    private static readonly (string What, Regex Text)[] Everywhere =
    [
        ("a path of one machine", Pattern(@"(?<![\w.\-/~}\])])/" + @"(work|home|root|Users)/[\w.]")),
        ("a path of one machine", Pattern(@"\b[A-Z]:\\" + "(Users|Windows|Program Files)")),
        ("the address of a package registry", Pattern(@"\b(api\.)?nuget" + @"\.org")),
        ("the address of a package registry", Pattern(@"registry\.(npmjs|yarnpkg)" + @"\.(org|com)")),
        ("the address of a package registry", Pattern(@"\b(pypi" + @"\.org|deb\.debian" + @"\.org)")),
    ];

    private static readonly Regex Shared = Pattern(@"\.\./" + "shared");

    [Fact]
    public void Files_HoldNoMachinePathsAndNoRegistries()
    {
        List<string> found = [];
        foreach (string file in SourceFiles.All())
        {
            if (Text(file) is { } text)
            {
                found.AddRange(Everywhere.Where(f => f.Text.IsMatch(text)).Select(f => $"{file}: {f.What}: {f.Text.Match(text).Value}"));
                if (!file.StartsWith("tests/CiFeatures.Tests/Support/", StringComparison.Ordinal) && Shared.IsMatch(text))
                {
                    found.Add($"{file}: recorded data is reached through {nameof(SharedData)}");
                }
            }
        }

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cp x /wo", "rk/a", true)]
    [InlineData("\"/ho", "me/a\"", true)]
    [InlineData("a/ho", "me/a", false)]
    [InlineData("${TMP}/wo", "rk/a", false)]
    public void Pattern_MachinePaths_AreToldFromRelativeOnes(string first, string second, bool forbidden)
    {
        Everywhere[0].Text.IsMatch(first + second).ShouldBe(forbidden);
    }

    [Fact]
    public void TextFiles_AreUtf8WithoutMarkAndWithLineFeedsOnly()
    {
        List<string> wrong = [];
        foreach (string file in SourceFiles.All().Where(f => Path.GetExtension(f) is ".cs" or ".md" or ".csproj" or ".props" or ".targets" or ".json" or ".txt"))
        {
            byte[] bytes = File.ReadAllBytes(Repository.PathOf(file));
            if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) || bytes.AsSpan().Contains((byte)'\r'))
            {
                wrong.Add(file);
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static string? Text(string file)
    {
        byte[] bytes = File.ReadAllBytes(Repository.PathOf(file));
        return bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
}

using System.Xml.Linq;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary>What a project file asks for.</summary>
internal sealed record ProjectFile(string Name, string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The projects below <c>src</c>, by name.</summary>
    public static IReadOnlyList<ProjectFile> Sources() => Below("src");

    /// <summary>Every project of the checkout, by name.</summary>
    public static IReadOnlyList<ProjectFile> All() => [.. Below("src"), .. Below("tests"), .. Below("benchmarks")];

    /// <summary>Parts that compile to nothing where a feed lacks their packages; they have a test project of their own.</summary>
    public bool IsOptional => Name is "CiFeatures.MLNet" or "CiFeatures.GoogleCloud";

    /// <summary>The name of the project's assembly; the command is named after what a person types.</summary>
    public string AssemblyName => Name == "CiFeatures.Cli" ? "cifeatures" : Name;

    private static IReadOnlyList<ProjectFile> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(path);
        return new ProjectFile(
            System.IO.Path.GetFileNameWithoutExtension(path),
            path,
            [.. Included(xml, "ProjectReference").Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))],
            [.. Included(xml, "PackageReference"), .. Included(xml, "FrameworkReference"), .. Included(xml, "Reference")]);
    }

    private static IEnumerable<string> Included(XDocument xml, string item) =>
        xml.Descendants(item).Select(e => e.Attribute("Include")?.Value ?? "").Where(v => v.Length > 0);
}

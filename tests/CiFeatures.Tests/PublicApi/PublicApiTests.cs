using System.Reflection;
using CiFeatures.Tests.House;

namespace CiFeatures.Tests.PublicApi;

/// <summary>What the libraries offer to others changes only on purpose.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Libraries() =>
        [.. ProjectFile.Sources().Where(p => !p.IsOptional && p.Name != "CiFeatures.Cli").Select(p => p.AssemblyName)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicApi_OfALibrary_IsTheApprovedOne(string library)
    {
        Approval.Check(ApiText.Of(Assembly.Load(library)), "tests", "CiFeatures.Tests", "PublicApi", library);
    }

    [Fact]
    public void PublicApi_ApprovedFiles_BelongToLibraries()
    {
        string[] libraries = [.. ProjectFile.Sources().Select(p => p.AssemblyName)];

        Directory.EnumerateFiles(Support.Repository.PathOf("tests", "CiFeatures.Tests", "PublicApi"), "*.approved.txt")
            .Select(f => Path.GetFileName(f)[..^".approved.txt".Length]).Except(libraries).ShouldBeEmpty();
    }
}

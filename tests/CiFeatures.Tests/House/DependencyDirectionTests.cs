using System.Reflection;

namespace CiFeatures.Tests.House;

/// <summary>Who may use whom is the table in <c>docs/architecture.md</c>; the middle projects do not know each other.</summary>
public class DependencyDirectionTests
{
    public static TheoryData<string> SourceProjects() => [.. ProjectFile.Sources().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void ProjectFile_References_AreThoseOfTheTable(string name)
    {
        ProjectFile project = ProjectFile.Sources().Single(p => p.Name == name);
        ArchitectureTable.Read().ShouldContainKey(name, $"{name} has no row in the table of docs/architecture.md.");

        (string[] projects, string[] packages) = ArchitectureTable.Read()[name];

        project.Projects.Except(projects).ShouldBeEmpty($"{name} uses projects that the table does not give it.");
        project.Packages.Except(packages).ShouldBeEmpty($"{name} uses packages that the table does not give it.");
    }

    // A project gets the references of its references as well, so what the compiler really used is looked at too.
    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Assembly_References_AreThoseOfTheTable(string name)
    {
        ProjectFile project = ProjectFile.Sources().Single(p => p.Name == name);
        if (project.IsOptional)
        {
            return;
        }

        string[] projects = ArchitectureTable.Read()[name].Projects;
        string[] used =
        [
            .. Assembly.Load(project.AssemblyName).GetReferencedAssemblies()
                .Select(a => a.Name ?? "")
                .Where(a => a.StartsWith("CiFeatures.", StringComparison.Ordinal)),
        ];

        used.Except(projects).ShouldBeEmpty($"The code of {name} uses projects that the table does not give it.");
    }

    [Fact]
    public void Table_Rows_DependOnRowsAboveOnly()
    {
        List<string> above = [];
        foreach ((string name, (string[] projects, _)) in ArchitectureTable.Read())
        {
            projects.Except(above).ShouldBeEmpty($"{name} uses projects that stand below it or are not in the table.");
            above.Add(name);
        }

        above.ShouldContain("CiFeatures.Core");
        above.ShouldContain("CiFeatures.Cli");
    }

    [Fact]
    public void Projects_OfTestsAndBenchmarks_AreKnown()
    {
        string[] known = ["CiFeatures.Tests", "CiFeatures.EndToEnd.Tests", "CiFeatures.MLNet.Tests", "CiFeatures.GoogleCloud.Tests", "CiFeatures.Benchmarks"];

        ProjectFile.All().Except(ProjectFile.Sources()).Select(p => p.Name).Except([.. known, .. ProjectFile.Sources().Select(p => p.Name)])
            .ShouldBeEmpty("A new project needs a place in docs/architecture.md and in this test.");
    }

    [Fact]
    public void OptionalProjects_AreUsedByTheCommandAndTheirTestsOnly()
    {
        ProjectFile[] optional = [.. ProjectFile.Sources().Where(p => p.IsOptional)];

        foreach (ProjectFile project in ProjectFile.All().Where(p => p.Name != "CiFeatures.Cli"))
        {
            project.Projects.Intersect(optional.Select(o => o.Name)).Where(o => project.Name != o + ".Tests")
                .ShouldBeEmpty($"{project.Name} must build where the packages of the optional projects are not to be had.");
        }
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        string solution = File.ReadAllText(Support.Repository.PathOf("CiFeatures.sln"));

        ProjectFile.All().Select(p => p.Name + ".csproj").Where(f => !solution.Contains(f, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}

using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Packaging;

/// <summary>The command as a dotnet tool: packed, installed into a folder, and used far from the checkout.</summary>
public sealed class DotnetToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void Tool_InstalledFromItsPackage_RunsTheDemoInAnEmptyFolder()
    {
        string configuration = Path.GetFileName(Path.GetDirectoryName(ProgramRun.Assembly))!;
        ProgramRun? packed = ProgramRun.Other(Repository.Root, "dotnet", "pack", "src/CiFeatures.Cli", "--no-build", "-c", configuration, "-o", _folder.PathOf("packages"), "-v", "q", "-nodeReuse:false");
        packed!.ExitCode.ShouldBe(0, packed.ToString());
        File.WriteAllText(_folder.PathOf("NuGet.config"), $"""<configuration><packageSources><clear /><add key="here" value="{_folder.PathOf("packages")}" /></packageSources></configuration>""");

        ProgramRun? installed = ProgramRun.Other(_folder.Path, "dotnet", "tool", "install", "cifeatures", "--tool-path", _folder.PathOf("tools"), "--configfile", _folder.PathOf("NuGet.config"), "--no-http-cache");
        installed!.ExitCode.ShouldBe(0, installed.ToString());

        string empty = Directory.CreateDirectory(_folder.PathOf("empty")).FullName;
        string tool = _folder.PathOf("tools", OperatingSystem.IsWindows() ? "cifeatures.exe" : "cifeatures");
        ProgramRun? demo = ProgramRun.Other(empty, tool, "demo");
        demo!.ExitCode.ShouldBe(0, demo.ToString());
        demo.Output.ShouldContain("Flakiest tests");
        FileTree.Names(empty).ShouldBe(["cifeatures-demo"]);
        FileTree.Names(Path.Combine(empty, "cifeatures-demo")).ShouldBe(["features", "grid.png", "grid.svg", "recorded", "store"]);
        ProgramRun.Other(empty, tool, "--version")!.Output.Trim().ShouldBe(ProgramRun.Expect(0, empty, "--version").Output.Trim());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(empty, "cifeatures-demo", "features", "manifest.json")));
        manifest.RootElement.GetProperty("tables").GetArrayLength().ShouldBe(5);
    }

    public void Dispose() => _folder.Dispose();
}

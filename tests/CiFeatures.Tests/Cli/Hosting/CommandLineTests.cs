using System.Text.Json;
using CiFeatures.Cli.Hosting;
using CiFeatures.Tests.Support;
using Spectre.Console;

namespace CiFeatures.Tests.Cli.Hosting;

public class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("features --from x")]
    [InlineData("store")]
    [InlineData("plot grid --from s --dashboard d --job j --out f.svg --order sideways")]
    [InlineData("import testgrid x --into s --at yesterday")]
    public async Task Run_NotUnderstood_IsAUsageErrorOnStderr(string line)
    {
        CliRun run = await CliRun.StartAsync(Path.GetTempPath(), line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("--help");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_NoStore_SaysWhatWhereAndWhatToDo()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.StartAsync(folder.Path, "store", "list", "nowhere");

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("CIF1201");
        run.Error.ShouldContain(folder.PathOf("nowhere"));
        run.Error.ShouldContain("do:");
        run.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("-vv")]
    [InlineData("-v", "-v")]
    [InlineData("--verbose", "--verbose")]
    public async Task Run_VerboseTwice_AddsTheStackTrace(params string[] verbose)
    {
        CliRun run = await CliRun.StartAsync(Path.GetTempPath(), ["store", "list", "nowhere", .. verbose]);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("   at ");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Run_NoColor_TurnsColoursOffOnATerminal(bool noColor, bool colours)
    {
        var environment = new AppEnvironment(TextWriter.Null, TextWriter.Null, TimeProvider.System, Path.GetTempPath(), true, true, color: true);
        environment.OutputConsole.Profile.Capabilities.ColorSystem = ColorSystem.TrueColor;

        await CommandLine.RunAsync(["dictionary", "--table", "jobs", .. noColor ? new[] { "--no-color" } : []], environment);

        (environment.OutputConsole.Profile.Capabilities.ColorSystem != ColorSystem.NoColors).ShouldBe(colours);
    }

    [Theory]
    [InlineData("dictionary")]
    [InlineData("dictionary", "--table", "jobs")]
    public async Task Run_Json_IsOneDocumentWithASchema(params string[] verb)
    {
        CliRun run = await CliRun.StartAsync(Path.GetTempPath(), [.. verb, "--json"]);

        using JsonDocument document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("schema").GetString().ShouldBe("cifeatures/dictionary/v1");
    }

    [Fact]
    public async Task Run_UnknownJob_SuggestsTheNearest()
    {
        using var folder = new TemporaryFolder();
        await CliRun.StartAsync(folder.Path, "import", "testgrid", Repository.PathOf("data", "sample", "answers"), "--into", "store");

        CliRun run = await CliRun.StartAsync(folder.Path, "plot", "grid", "--from", "store", "--dashboard", "sim-platform-release-5.1-informing", "--job", "e2e-openstack-upi", "--out", "x.svg");

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("CIF1701");
        run.Error.ShouldContain("periodic-ci-simulated-platform-main-ci-5.1-e2e-openstack-upi");
        File.Exists(folder.PathOf("x.svg")).ShouldBeFalse();
    }
}

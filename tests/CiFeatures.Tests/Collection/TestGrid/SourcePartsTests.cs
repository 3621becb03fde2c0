using CiFeatures.Tests.Docs;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

public class SourcePartsTests
{
    [Theory]
    [InlineData("legacy")]
    [InlineData("api")]
    [InlineData("state")]
    public async Task MissingDashboards_ANameBesideAPattern_IsListedAsSkipped(string source)
    {
        using var folder = new Support.TemporaryFolder();
        await using var site = new GuideSite(TestGridSite.SampleFolder, folder.PathOf("service"));
        string[] arguments = await site.FillInAsync(
            ["collect", "testgrid", "--dashboard", "*-blocking", "--dashboard", "no-such", "--dashboard", "gone", "--exclude-dashboard", "gone", "--into", "store", "--url", GuideSite.Name, "--source", source, "--requests-per-second", "0"]);

        CliRun run = await CliRun.StartAsync(folder.Path, arguments);

        run.ExitCode.ShouldBe(5, run.Error);
        string skipped = run.Error.Split('\n').Single(line => line.StartsWith("skipped ", StringComparison.Ordinal));
        skipped.ShouldContain("'no-such'");
        skipped.ShouldContain("CIF1231");
    }
}

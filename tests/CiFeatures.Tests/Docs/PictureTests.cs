using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The pictures in the documents are what the program draws today.</summary>
public class PictureTests
{
    private const string Dashboard = "sim-platform-release-5.1-informing";
    private const string Job = "periodic-ci-simulated-platform-main-ci-5.1-e2e-openstack-upi";

    [Theory]
    [InlineData("grid.svg", "plot", "grid")]
    [InlineData("series.svg", "plot", "series", "--test", "Overall")]
    public async Task Picture_DrawnAnew_IsTheSame(string picture, params string[] verb)
    {
        using var folder = new TemporaryFolder();
        (await CliRun.StartAsync(folder.Path, "import", "testgrid", Repository.PathOf("data", "sample", "answers"), "--into", "store")).ExitCode.ShouldBe(0);

        CliRun run = await CliRun.StartAsync(folder.Path, [.. verb, "--from", "store", "--dashboard", Dashboard, "--job", Job, "--out", picture]);

        run.ExitCode.ShouldBe(0, run.Error);
        string committed = Repository.PathOf("docs", "images", picture);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.Copy(folder.PathOf(picture), committed, overwrite: true);
        }

        File.ReadAllText(folder.PathOf(picture)).ShouldBe(File.ReadAllText(committed), $"docs/images/{picture} lags behind the program; ACCEPT=1 draws it anew");
    }
}

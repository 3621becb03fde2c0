using CiFeatures.Cli.Pipeline;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Pipeline;

public class GoogleCloudSourceTests
{
    [SkippableFact]
    public async Task Open_InABuildWithoutTheClient_SaysHowToGetIt()
    {
        Skip.If(GoogleCloudSource.IsOn, "this build has Google's client; its own tests use it");
        using var folder = new Support.TemporaryFolder();
        CliRun run = await CliRun.StartAsync(folder.Path, "collect", "prow", "--job", "a-job", "--source", "google-cloud", "--into", "store");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("CIF1708");
        run.Error.ShouldContain("WithGoogleCloud=true");
    }
}

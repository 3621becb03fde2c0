using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Features.Artifacts.Builds;

public class BuildVersionTests
{
    [SkippableFact]
    public void Of_PeersCases_GivesTheirVersion()
    {
        CaseFile.RunAll("metadata.version", test =>
        {
            var started = new BuildStarted
            {
                JobVersion = Field(test, "started", "deprecatedJobVersion"),
                RepoVersion = Field(test, "started", "deprecatedRepoVersion"),
                RepoCommit = Field(test, "started", "repoCommit"),
            };
            var finished = new BuildFinished
            {
                JobVersion = Field(test, "finished", "deprecatedJobVersion"),
                RepoVersion = Field(test, "finished", "deprecatedRepoVersion"),
                Metadata = Metadata(test),
            };

            (BuildVersion.Of(started, finished) ?? "missing").ShouldBe(test.GetProperty("expected").GetString());
        });
    }

    [Fact]
    public void Of_NoFiles_IsNull()
    {
        BuildVersion.Of(null, null).ShouldBeNull();
    }

    private static string Field(System.Text.Json.JsonElement test, string file, string field) =>
        test.TryGetProperty(file, out System.Text.Json.JsonElement found) && found.TryGetProperty(field, out System.Text.Json.JsonElement value) ? value.GetString()! : "";

    private static Dictionary<string, string> Metadata(System.Text.Json.JsonElement test) =>
        test.TryGetProperty("finished", out System.Text.Json.JsonElement found) && found.TryGetProperty("metadata", out System.Text.Json.JsonElement metadata)
            ? metadata.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString()!)
            : [];
}

using CiFeatures.Collection.Http;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Tests.Collection.TestGrid;

public class CollectRecipeTests
{
    private static readonly CollectOptions Options = new() { Dashboards = ["b", "a*"], JobPatterns = ["x", "y"], Http = new PoliteHttpOptions { ToolVersion = "1" } };

    [Fact]
    public void Of_OrderAndRepetitionOfPatterns_DoNotMatter()
    {
        Of(Options with { Dashboards = ["a*", "b", "a*"], JobPatterns = ["y", "x"] }).ShouldBe(Of(Options));
    }

    [Fact]
    public void Of_Manners_DoNotMatter()
    {
        CollectOptions other = Options with
        {
            Http = new PoliteHttpOptions { ToolVersion = "2", Contact = "c", MaxInFlight = 9, RequestsPerSecond = 0, Timeout = TimeSpan.FromSeconds(1), MaxRetries = 0, Seed = 4, AllowedHosts = ["h"] },
            MaxRequests = 1,
            MaxBytes = 2,
            MaxTime = TimeSpan.FromSeconds(3),
            ResumeWithin = TimeSpan.Zero,
            MaxFailuresInARow = 9,
            Threads = 8,
        };

        Of(other).ShouldBe(Of(Options));
    }

    [Fact]
    public void Of_OtherChoice_IsAnotherText()
    {
        string[] texts =
        [
            Of(Options),
            Of(Options with { Dashboards = ["b"] }),
            Of(Options with { Dashboards = [], JobPatterns = ["b", "a*", "x", "y"] }),
            Of(Options with { Dashboards = ["b a*"] }),
            Of(Options with { ExcludedDashboards = ["c"] }),
            Of(Options with { ExcludedJobs = ["c"] }),
            Of(Options with { Since = DateTimeOffset.UnixEpoch }),
            Of(Options with { NewerThan = TimeSpan.FromHours(1) }),
            Of(Options with { Site = new Uri("http://other") }),
            Of(Options with { DirectoryPage = "page" }),
            CollectRecipe.Of(Options, TestGridSourceKind.Api),
            CollectRecipe.Of(Options, TestGridSourceKind.State),
            CollectRecipe.Of(Options with { Bucket = "other" }, TestGridSourceKind.State),
        ];

        texts.ShouldBeUnique();
    }

    [Fact]
    public void Of_AddressesOfOtherSources_DoNotMatter()
    {
        Of(Options with { Api = new Uri("http://other"), Storage = new Uri("http://other"), Bucket = "other" }).ShouldBe(Of(Options));
    }

    private static string Of(CollectOptions options) => CollectRecipe.Of(options, TestGridSourceKind.Legacy);
}

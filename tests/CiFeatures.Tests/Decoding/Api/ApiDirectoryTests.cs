using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

public class ApiDirectoryTests
{
    [Theory]
    [InlineData("My Tab", "mytab")]
    [InlineData("my-tab", "mytab")]
    [InlineData("MYTAB", "mytab")]
    [InlineData("release-4.8 İß", "release48")]
    [InlineData("一緒", "")]
    public void Normalize_Names_KeepsLettersAndDigits(string name, string normal) => ApiNames.Normalize(name).ShouldBe(normal);

    [Fact]
    public void Constructor_NamesThatAreTheSame_AreRefused()
    {
        Error([], [Dashboard("a b"), Dashboard("A-B")]).Code.ShouldBe(DecodingCodes.ApiNameClash);
        Error([new("g", []), new("G!", [])], []).Code.ShouldBe(DecodingCodes.ApiNameClash);
        CiFeaturesException error = Error([], [Dashboard("d", "t 1", "t1")]);
        error.Code.ShouldBe(DecodingCodes.ApiNameClash);
        error.Message.ShouldContain("'t 1' and 't1'");
        error.Message.ShouldContain("'d'");
    }

    [Fact]
    public void Constructor_NamesWithoutLettersAndDigits_AreRefused()
    {
        Error([], [Dashboard("一緒")]).Code.ShouldBe(DecodingCodes.ApiNameEmpty);
        Error([], [Dashboard("d", "--")]).Code.ShouldBe(DecodingCodes.ApiNameEmpty);
    }

    [Fact]
    public void Constructor_SameTabInTwoDashboards_IsAllowed()
    {
        ApiDirectory directory = new([], [Dashboard("a", "t-1"), Dashboard("b", "t 1")]);

        directory.TryTab("B", "T1", out ApiTab? tab).ShouldBeTrue();
        tab!.Name.ShouldBe("t 1");
    }

    [Fact]
    public void Unaddressable_Names_AreThoseThatIndexRefuses() =>
        ApiNames.Unaddressable(["a", "A", "b", "-", "B b", "bb"]).ShouldBe(["A", "-", "bb"]);

    [Fact]
    public void Dashboards_Answer_IsSortedAndCarriesTheScope()
    {
        ApiDirectory directory = new([new("G2", ["b"]), new("G1", ["b", "gone"])], [Dashboard("b"), Dashboard("a"), Dashboard("B 2")]);

        Text(ApiAnswerWriter.Dashboards(directory, "gs://x")).ShouldBe(
            """{"dashboards":[{"name":"B 2","link":"/dashboards/b2?scope=gs://x"},{"name":"a","link":"/dashboards/a?scope=gs://x"},{"name":"b","link":"/dashboards/b?scope=gs://x","dashboard_group_name":"G1"}]}""");
    }

    [Theory]
    [InlineData("/dashboards/d/tabs/t/cells")]
    [InlineData("/dashboards/d/tabs/t/rows/x")]
    [InlineData("/dashboards/d/tabs/x/rows")]
    [InlineData("/dashboards/d/tab-summaries")]
    [InlineData("/dashboards/d/")]
    [InlineData("/dashboards/")]
    [InlineData("/dashboards/%2e%2e")]
    [InlineData("/dashboard-groups/x")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/..")]
    public void Get_WhatIsNotThere_Is404WithPlainText(string path)
    {
        ApiResponse answer = Routes().Get(path, "");

        answer.Status.ShouldBe(404);
        answer.ContentType.ShouldStartWith("text/plain");
        answer.Body.Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("scope=gs://own", 200)]
    [InlineData("?scope=gs%3A%2F%2Fown", 200)]
    [InlineData("?scope=gs://other", 404)]
    [InlineData("?scope=own", 404)]
    [InlineData("?scope=gs://", 404)]
    [InlineData("?scope=gs://own/..", 404)]
    [InlineData("?scope=&scope=gs://other", 200)]
    public void Get_Scope_ChoosesTheInstance(string query, int status) => Routes().Get("/dashboards", query).Status.ShouldBe(status);

    [Fact]
    public void DashboardSummary_TabsWithoutStatus_CountUnderTheEmptyName()
    {
        DashboardSummary summary = new("d", [new JobSummary { Job = "a" }, new JobSummary { Job = "b", OverallStatus = Published<string>.Of("UNKNOWN") }]);

        Text(ApiAnswerWriter.DashboardSummary(summary)).ShouldBe("""{"dashboard_summary":{"name":"d","overall_status":"UNKNOWN","tab_status_count":{"":2}}}""");
    }

    // The words of the bucket's messages and of the legacy site, which number what the API names.
    [Fact]
    public void TabSummary_HealthinessOfOtherSources_IsCutToTheFlakiestFive()
    {
        string tests = string.Join(',', Enumerable.Range(0, 8).Select(i => $$"""{"displayName":"t{{i}}","flakiness":{{i % 7}}.5,"changeFromLastInterval":{{i % 4}}}"""));
        string healthiness = $$"""{"start":"2021-07-20T00:00:00Z","end":"2021-07-27T00:00:00Z","tests":[{{tests}}],"averageFlakiness":2.5,"previousFlakiness":7.25}""";

        Text(ApiAnswerWriter.TabSummary("d", new JobSummary { Job = "a", Healthiness = Published<string>.Of(healthiness) })).ShouldEndWith(
            """
            "healthiness_summary":{"top_flaky_tests":[{"display_name":"t6","flakiness":6.5,"change":"UP"},{"display_name":"t5","flakiness":5.5,"change":"NO_CHANGE"},{"display_name":"t4","flakiness":4.5},{"display_name":"t3","flakiness":3.5,"change":"DOWN"},{"display_name":"t2","flakiness":2.5,"change":"UP"}],"healthiness_stats":{"start":"2021-07-20T00:00:00Z","end":"2021-07-27T00:00:00Z","num_flaky_tests":8,"average_flakiness":2.5,"previous_flakiness":7.25}}}}
            """);
    }

    [Theory]
    [InlineData("""{"tests":[],"previousFlakiness":-1}""")]
    [InlineData("""not json""")]
    [InlineData("[1]")]
    [InlineData("{\"tests\":7,\"healthiness_stats\":null}")]
    public void TabSummary_HealthinessThatSaysNothing_IsLeftOut(string healthiness) =>
        Text(ApiAnswerWriter.TabSummary("d", new JobSummary { Job = "a", Healthiness = Published<string>.Of(healthiness) })).ShouldNotContain("healthiness");

    private static ApiRoutes Routes() => new("gs://own", path => path == "gs://own/config" ? new ApiInstance(new([], [Dashboard("d", "t")]), new NoContents()) : null);

    private static ApiDashboard Dashboard(string name, params string[] tabs) => new(name, [.. tabs.Select(t => new ApiTab(t))]);

    private static CiFeaturesException Error(IReadOnlyList<ApiGroup> groups, IReadOnlyList<ApiDashboard> dashboards) =>
        Should.Throw<CiFeaturesException>(() => new ApiDirectory(groups, dashboards));

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);

    private sealed class NoContents : IApiContents
    {
        public JobGrid? ReadGrid(JobKey key) => null;

        public DashboardSummary? ReadSummary(string dashboard) => null;
    }
}

using System.Text;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Api;
using CiFeatures.Tests.Features.Judgement;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>TestGrid's own tests of its API: the answers are written as expected, and the expected answers are read to what they were made of.</summary>
public class ApiCaseTests
{
    // Each file of cases about the API with the test that runs it; none is left out.
    private static readonly string[] Units =
    [
        "api.configPath", "api.queryParams", "api.normalCache",
        "api.getDashboard", "api.getDashboardGroup", "api.getDashboardTab", "api.getDashboardTabError", "api.listDashboardTabs",
        "api.http.getDashboard", "api.http.getDashboardGroup", "api.http.listDashboardGroups", "api.http.listDashboardTabs", "api.http.listDashboards",
        "api.getDashboardSummary", "api.http.getDashboardSummary", "api.listDashboardSummaries", "api.http.listDashboardSummaries",
        "api.listTabSummaries", "api.http.listTabSummaries", "api.listHeaders", "api.listRows",
    ];

    private delegate IReadOnlyList<ApiResource> ListReader(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues, CiFeatures.Decoding.DecodeLimits? limits);

    [SkippableFact]
    public void Files_AboutTheApi_AllRun() =>
        Directory.EnumerateFiles(SharedData.PathOrSkip("cases"), "api.*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(Units.Order(StringComparer.Ordinal));

    [SkippableFact]
    public void TryResolve_PeerCases_Agree() => CaseFile.RunAll("api.configPath", test =>
    {
        bool found = ApiScope.TryResolve(test.Text("scopeParam"), test.Text("defaultBucket"), out ApiScope scope);
        found.ShouldBe(test.Has("expected"));
        (scope.ConfigPath ?? "").ShouldBe(test.Text("expected"));
        scope.IsDefault.ShouldBe(test.Flag("expectDefault"));
    });

    [SkippableFact]
    public void LinkQuery_PeerCases_Agree() => CaseFile.RunAll("api.queryParams", test =>
    {
        string url = test.Text("url");
        ApiScope.LinkQuery(ApiScope.FromQuery(url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..])).ShouldBe(test.Text("expected"));
    });

    [SkippableFact]
    public void Index_PeerCases_Agree() => CaseFile.RunAll("api.normalCache", test =>
    {
        JsonElement config = test.At("cfg");
        JsonElement expected = test.At("expected");
        ApiNames.Index(Names(config, "dashboardGroups"), "group").ShouldBe(expected.Map("normalDashboardGroup"));
        ApiNames.Index(Names(config, "dashboards"), "dashboard").ShouldBe(expected.Map("normalDashboard"));
        ApiNames.Index(Names(config, "groups"), "test group").ShouldBe(expected.Map("normalTestGroup"));
        foreach (string dashboard in Names(config, "dashboards"))
        {
            ApiNames.Index(config.At("dashboards").At(dashboard).List("dashboardTab").Select(t => t.Text("name")), "tab")
                .ShouldBe(expected.At("normalDashboardTab").Map(ApiNames.Normalize(dashboard)));
        }
    });

    [SkippableTheory]
    [InlineData("api.getDashboard")]
    [InlineData("api.getDashboardTab")]
    [InlineData("api.getDashboardTabError")]
    public void Get_PeerCasesOfOneThing_Agree(string unit) => CaseFile.RunAll(
        unit,
        test => Check(test, RequestPath(test, test.At("req").Has("tab") ? "/dashboards/{d}/tabs/{t}" : "/dashboards/{d}"), test.At("expected"), _ => { }));

    [SkippableFact]
    public void Get_PeerCasesOfDashboardsOverHttp_Agree() =>
        CaseFile.RunAll("api.http.getDashboard", test => CheckHttp(test, "/dashboards", _ => { }));

    [SkippableFact]
    public void Get_PeerCasesOfGroups_Agree() =>
        CaseFile.RunAll("api.getDashboardGroup", test => Check(test, RequestPath(test, "/dashboard-groups/{g}"), test.At("expected"), e => CheckList(e, "dashboards", ApiListReader.ReadGroupDashboards)));

    [SkippableFact]
    public void Get_PeerCasesOfTabs_Agree() =>
        CaseFile.RunAll("api.listDashboardTabs", test => Check(test, RequestPath(test, "/dashboards/{d}/tabs"), test.At("expected"), e => CheckList(e, "dashboardTabs", ApiListReader.ReadTabs)));

    [SkippableFact]
    public void Get_PeerCasesOfListsOverHttp_Agree()
    {
        CaseFile.RunAll("api.http.getDashboardGroup", test => CheckHttp(test, "/dashboard-groups", e => CheckList(e, "dashboards", ApiListReader.ReadGroupDashboards)));
        CaseFile.RunAll("api.http.listDashboardGroups", test => CheckHttp(test, "/dashboard-groups", e => CheckList(e, "dashboardGroups", ApiListReader.ReadDashboardGroups)));
        CaseFile.RunAll("api.http.listDashboards", test => CheckHttp(test, "/dashboards", e => CheckList(e, "dashboards", ApiListReader.ReadDashboards)));
        CaseFile.RunAll("api.http.listDashboardTabs", test => CheckHttp(test, "/dashboards", e => CheckList(e, "dashboardTabs", ApiListReader.ReadTabs)));
    }

    // Nothing of these is collected, so no reader has a place for them; the writer is checked.
    [SkippableFact]
    public void Get_PeerCasesOfDashboardSummaries_Agree()
    {
        CaseFile.RunAll("api.getDashboardSummary", test => Check(test, RequestPath(test, "/dashboards/{d}/summary"), test.At("want"), _ => { }));
        CaseFile.RunAll("api.http.getDashboardSummary", test => CheckHttp(test, "", _ => { }));
        CaseFile.RunAll("api.listDashboardSummaries", test => Check(test, RequestPath(test, "/dashboard-groups/{g}/dashboard-summaries"), test.At("want"), _ => { }));
        CaseFile.RunAll("api.http.listDashboardSummaries", test => CheckHttp(test, "", _ => { }));
    }

    [SkippableFact]
    public void Get_PeerCasesOfTabSummaries_Agree()
    {
        CaseFile.RunAll("api.listTabSummaries", test => Check(test, RequestPath(test, "/dashboards/{d}/tab-summaries"), test.At("want"), e => CaseModels.CheckSummary(test, e)));
        CaseFile.RunAll("api.http.listTabSummaries", test => CheckHttp(test, "", e => CaseModels.CheckSummary(test, e)));
    }

    [SkippableTheory]
    [InlineData("api.listHeaders", "headers")]
    [InlineData("api.listRows", "rows")]
    public void Get_PeerCasesOfGrids_Agree(string unit, string part) => CaseFile.RunAll(
        unit,
        test => Check(test, RequestPath(test, "/dashboards/{d}/tabs/{t}/" + part), test.At("want"), expected => CaseModels.CheckGrid(test, expected, part)));

    // The API's writer expands stored pairs by this rule before it writes cells.
    [SkippableFact]
    public void Decode_PeerCasesOfTheApi_Agree() => CaseFile.RunAll("rle.decodeRLE", test =>
    {
        RunLength.TryDecode([.. test.List("encodedData").Select(e => e.GetInt32())], 100, out byte[] cells, RunLengthVariant.Api).ShouldBeTrue();
        cells.Select(c => (int)c).ShouldBe(test.List("expected").Select(e => e.GetInt32()));
    });

    private static IReadOnlyList<string> Names(JsonElement config, string field) => config.Has(field) ? [.. config.At(field).EnumerateObject().Select(p => p.Name)] : [];

    private static string RequestPath(JsonElement test, string route)
    {
        JsonElement request = test.At("req");
        return route.Replace("{d}", Uri.EscapeDataString(request.Text("dashboard")), StringComparison.Ordinal)
            .Replace("{g}", Uri.EscapeDataString(request.Text("dashboardGroup")), StringComparison.Ordinal)
            .Replace("{t}", Uri.EscapeDataString(request.Text("tab")), StringComparison.Ordinal);
    }

    private static void Check(JsonElement test, string path, JsonElement expected, Action<JsonElement> read)
    {
        ApiResponse answer = CaseInstances.Routes(test).Get(path, ApiScope.LinkQuery(test.At("req").Text("scope")));
        bool fails = test.Flag("expectError") || test.Flag("err") || expected.ValueKind == JsonValueKind.Undefined;
        Compare(answer, fails ? 404 : 200, expected, read);
    }

    private static void CheckHttp(JsonElement test, string root, Action<JsonElement> read)
    {
        string[] parts = (root + test.Text("endpoint") + test.Text("params")).Split('?');
        Compare(CaseInstances.Routes(test).Get(parts[0], parts.Length > 1 ? parts[1] : ""), test.Int("expectedCode"), test.At("expectedResponse"), read);
    }

    private static void Compare(ApiResponse answer, int status, JsonElement expected, Action<JsonElement> read)
    {
        answer.Status.ShouldBe(status, Encoding.UTF8.GetString(answer.Body.Span));
        if (status == 200)
        {
            WireJson.ShouldBe(answer.Body, expected);
            read(expected);
        }
        else
        {
            answer.ContentType.ShouldStartWith("text/plain");
        }
    }

    // Both spellings are read: that of the wire, and that in which the cases are written.
    private static void CheckList(JsonElement expected, string field, ListReader reader)
    {
        foreach (byte[] answer in (byte[][])[WireJson.Bytes(expected), Encoding.UTF8.GetBytes(expected.GetRawText())])
        {
            List<DecodeIssue> issues = [];
            IReadOnlyList<ApiResource> found = reader(answer, issues, null);
            issues.ShouldBeEmpty();
            found.ShouldBe(expected.List(field).Select(e => new ApiResource(e.Text("name"), e.Text("link"), e.Has("dashboardGroupName") ? e.Text("dashboardGroupName") : null)));
        }
    }
}

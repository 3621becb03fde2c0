using System.Text;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.TestGrid.Discovery;

public class DashboardPageTests
{
    // Each of these speaks of the dashboards a and b and of other things with names.
    [Theory]
    [InlineData("""var dashboards=[{"name":"a","x":1},{"name":"b","x":2}];""")]
    [InlineData("""var allDashboards = [{name: 'a'}, {name: 'b',}];""")]
    [InlineData("""var allDashboards = ["a", 'b', `b`];""")]
    [InlineData("""window["dashboards"] = ["a","b"]""")]
    [InlineData("""window.tg = {user: {name: "u"}, dashboards: [{id: 1, name: "a", dashboard_tab: [{name: "t", test_group_name: "g"}]}, {name: "b"}]};""")]
    [InlineData("""{"test_groups":[{"name":"g1"},{"name":"g2"},{"name":"g3"}],"dashboards":[{"dashboard_tab":[{"name":"t1"},{"name":"t2"}],"name":"a"},{"name":"b"}],"user":{"name":"u"}}""")]
    [InlineData("""{"dashboard_groups":[{"name":"g","dashboard_names":["a","b"]}]}""")]
    [InlineData("""{"dashboard-groups":[{"name":"g","dashboards":[{"name":"a"},{"name":"b"}]}]}""")]
    [InlineData("""var dashboardGroups = {"g": ["a", "b"]}; var dashboardGroupNames = ["g"];""")]
    [InlineData("""var dashboardGroups = {g: {name: "g", dashboards: ["a"]}}, dashboards = [{name: "b"}];""")]
    [InlineData("""setDashboards([{name:"a"},{name:"b"}], {name:"options"});""")]
    [InlineData("""render({dashboards: {"a": {tabs: [1]}, "b": {tabs: []}}, config: {name: "n"}})""")]
    [InlineData("""var dashboards = JSON.parse('[{"name":"a"},{"name":"\\u0062"}]');""")]
    [InlineData("""var dashboards = JSON.parse("{\"dashboards\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");""")]
    [InlineData("""var dashboards = window.old || [{"name":"a"},{"name":"b"}]; var current = {dashboard: {name: "c"}};""")]
    [InlineData("// it's a comment ' with [ quotes\nvar x = /[\"'/]/g; /* { */ var dashboards=[{\"name\":\"a\"},{\"name\":\"b\"}];")]
    [InlineData("var t = `it's ${dashboards[0]}`; var dashboards=[{\"name\":\"a\"},{\"name\":\"b\"}];")]
    [InlineData("""function f(dashboards) { var name = "no"; return dashboards.map(d => { return {name: "no"}; }); } var dashboards=[{"name":"a"},{"name":"b"}];""")]
    [InlineData("""if (dashboards == [{name: "no"}]) {} var dashboardOptions = [{name:"no"}]; dashboards=[{name:"a"},{name:"b"}]""")]
    public void Read_DataThatSpeakOfDashboards_GiveTheirNames(string script)
    {
        IReadOnlyList<string> names = Pages.Read(Pages.Scripts("var a = {name: 'x'};", "", script, "var users = [{name:'u1'},{name:'u2'},{name:'u3'}];"), out DashboardRule rule);

        names.Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
        rule.ShouldBe(DashboardRule.DashboardData);
    }

    [Theory]
    [InlineData("""{"name":"a\u0026b"}""", "a&b")]
    [InlineData("""{name:'a\x27b'}""", "a'b")]
    [InlineData("""{"name":"a\"b"}""", "a\"b")]
    [InlineData("""{'name':'a&amp;b'}""", "a&amp;b")]
    [InlineData("""{"name":"\u{1F600}"}""", "😀")]
    [InlineData("""{"name":"😀, [x]: {y}"}""", "😀, [x]: {y}")]
    [InlineData("""{"name":"a\\nb\/c"}""", "a\\nb/c")]
    [InlineData("""{"name":"<!-- <script> -->"}""", "<!-- <script> -->")]
    public void Read_Escapes_AreDecodedAndEntitiesAreNot(string entry, string name) =>
        Pages.Read(Pages.Scripts($"dashboards=[{entry}]"), out _).ShouldBe([name]);

    // What was published in 2021: the list's own name is not known.
    [Fact]
    public void Read_PageOf2021_GivesNamesByThePlaceOfTheList()
    {
        string list = string.Join(',', Enumerable.Range(1, 39).Select(i => $"{{\"name\":\"redhat-{i}\",\"dashboards\":null}}"));
        string page = Pages.Scripts("a", "b", "c", $"var x = 1; var y=[{list}]; var tabs=[" + list.Replace("redhat", "tab", StringComparison.Ordinal) + ",{\"name\":\"one more\"}]");

        IReadOnlyList<string> names = Pages.Read(page, out DashboardRule rule);

        names.Count.ShouldBe(39);
        names[0].ShouldBe("redhat-1");
        rule.ShouldBe(DashboardRule.LongestNamedList);
    }

    [Fact]
    public void Read_LinksOnly_GivesThoseThatNameTheirPage()
    {
        const string Html = """
            <html><nav><a href="/about">About</a><a href="https://elsewhere.example/x">x</a><a href="#tab">tab</a></nav>
            <a href="/sig-a">sig-a</a><a href='https://grid.example/sig-b&amp;c#job'><b>sig-b</b>&amp;c</a><a href=sig-d>
              sig-d </a><a href="/sig-a">sig-a</a><a href="/sig-a/table">table</a><textarea><a href="/no">no</a></textarea>
            """;

        Pages.Read(Html, out DashboardRule rule).ShouldBe(["sig-a", "sig-b&c", "sig-d"]);
        rule.ShouldBe(DashboardRule.Links);
    }

    [Fact]
    public void Read_NamesTwice_AreListedOnceInThePagesOrder() =>
        Pages.Read(Pages.Scripts("""var x={dashboards:["b","a"],dashboardGroups:[{name:"g",dashboards:["a","c"]}]}"""), out _).ShouldBe(["b", "a", "c"]);

    [Fact]
    public void Read_AnswerOfTheApi_IsReadWhereTheAddressIsTheApis()
    {
        Uri api = new("https://grid.example/api/v1/dashboards?scope=gs://x");

        DashboardPage.Read("""{"dashboards":[{"name":"a"},{"name":"b"}]}"""u8, api, out DashboardRule rule).ShouldBe(["a", "b"]);
        rule.ShouldBe(DashboardRule.ApiAnswer);
        Pages.Error("{}"u8.ToArray(), api).Code.ShouldBe("CIF1240");
        CiFeaturesException damaged = Pages.Error("{\"dashboards\":["u8.ToArray(), api);
        damaged.Code.ShouldBe("CIF1101");
        damaged.Place.ShouldStartWith(api.AbsoluteUri);
    }

    [Theory]
    [InlineData("<html><body><p>Sorry</p></body></html>", "CIF1240", "no script")]
    [InlineData("<html><script>var x = {dashboards: []};</script>", "CIF1240", "none of its 1 scripts")]
    [InlineData("<html><script>var dashboards = [{\"name\":\"a\"},{\"name\":\"b\"", "CIF1240", "cut off")]
    [InlineData("<html><script>var tests = [{name:'t1'},{name:'t2'}]; var user = {name:'u'}, one = [{name:'x'}];</script>", "CIF1240", "none")]
    [InlineData("Service unavailable", "CIF1240", "no HTML")]
    [InlineData("", "CIF1242", "empty")]
    [InlineData(" \n", "CIF1242", "empty")]
    [InlineData("{\"dashboards\":[{\"name\":\"a\"}]}", "CIF1242", "JSON")]
    [InlineData("[]", "CIF1242", "JSON")]
    [InlineData("PK\u0003\u0004\u0000\u0000", "CIF1242", "binary")]
    public void Read_WhatNamesNone_IsAClearError(string page, string code, string message)
    {
        CiFeaturesException error = Pages.Error(page);

        error.Code.ShouldBe(code);
        error.Message.ShouldContain(message);
        error.Place.ShouldBe(Pages.Url.AbsoluteUri);
        error.Remedy.ShouldNotBeEmpty();
        error.Kind.ShouldBe(ErrorKind.BadInput);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_DoNotHideTheRest() =>
        DashboardPage.Read([0xEF, 0xBB, 0xBF, .. "<p>"u8, 0xFF, 0xC0, .. Encoding.UTF8.GetBytes("</p><script>dashboards=['a']</script>")], Pages.Url).ShouldBe(["a"]);
}

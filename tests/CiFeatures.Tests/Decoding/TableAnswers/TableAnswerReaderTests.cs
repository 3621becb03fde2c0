using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>What a table answer says ends up where it belongs. The answers are written by hand after published ones.</summary>
public class TableAnswerReaderTests
{
    private const string Answer = """
        {"test-group-name":"job12","query":"bucket/logs/job-1.2","status":"Served 3 results in 0.01 seconds",
         "phase-timer":{"phases":["a"],"delta":[0.1],"total":0.1},"cached":true,"summary":"","bugs":{},
         "changelists":["1372535122330390528","17",3],"column_ids":["\ue0001372535122330390528","\ue00017","\ue0003"],
         "custom-columns":[["1","missing",""],["c","",7]],"column-header-names":["Date","Time","Build Number","Commit","Commit"],
         "groups":["","",""],"metrics":["test-duration-minutes"],
         "tests":[
          {"name":"Overall","original-name":"Overall","target":"//overall","alert":{"fail-cl":"master","fail-count":3,"fail-time":1603131483000,
            "text":"Alert: 3 failures","message":"boom","link-text":"","link":"","url-text":"","test-id":"","pass-cl":"","pass-count":0,"pass-time":0,
            "code-search-path":"x","test-name":"Overall","hotlist_ids":null,"properties":null},
           "linked_bugs":["1",2],"messages":["boom",""],"short_texts":["F",""],"statuses":[{"count":1,"value":12},{"count":1,"value":0},{"count":1,"value":1}],
           "user_property":null,"graphs":[{"metric":["test-duration-minutes"],"values":[[12.5,null,1e1]]}],"test_ids":["a"],"tests":[{"name":"sub"}]},
          {"name":" two  blanks ","statuses":[{"value":13,"count":3}],"messages":["","",""],"short_texts":["","","1/2"],"user_property":["","u",""],"linked_bugs":[],"alert":null}
         ],
         "row_ids":["id-1","id-2"],"timestamps":[1603835484000,0,1603635484],
         "clusters":null,"test_id_map":null,"test-metadata":{},"stale-test-threshold":10,"num-stale-tests":40,"description":null,"bug-component":0,
         "open-test-template":{"url":"https://x/<changelist>","name":"n","options":{"b":"1","a":"2"}},"results-text":"See","latest-green":"17","overall-status":3,
         "notifications":[]}
        """;

    [Fact]
    public void Read_WholeAnswer_FillsTheJob()
    {
        GridInfo info = Answers.CleanTable(Answer).Info;

        info.TestGroupName.ShouldBe(Published<string>.Of("job12"));
        info.ServedText.ValueOrDefault().ShouldBe("Served 3 results in 0.01 seconds");
        info.Cached.ShouldBe(Published<bool>.Of(true));
        info.Summary.ShouldBe(Published<string>.Of(""));
        info.Description.ShouldBe(Published<string>.Null);
        info.Alerts.ShouldBe(Published<string>.Absent);
        info.StaleTestThreshold.ValueOr(-1).ShouldBe(10);
        info.StaleTestCount.ValueOr(-1).ShouldBe(40);
        info.OverallStatus.ValueOr(-1).ShouldBe(3);
        info.BugComponent.ValueOr(-1).ShouldBe(0);
        info.LatestGreen.ValueOrDefault().ShouldBe("17");
        info.ColumnHeaderNames.ShouldBe(["Date", "Time", "Build Number", "Commit", "Commit"]);
        info.Groups.ValueOrDefault().ShouldBe(["", "", ""]);
        info.ColumnIds.ValueOrDefault()![1].ShouldBe("\uE00017");
        info.LinkTemplates["open-test-template"].Url.ShouldBe("https://x/<changelist>");
        info.LinkTemplates["open-test-template"].Options.Select(o => o.Key).ShouldBe(["b", "a"]);
        info.OtherFields["phase-timer"].ShouldBe("""{"phases":["a"],"delta":[0.1],"total":0.1}""");
        info.OtherFields["clusters"].ShouldBe("null");
        info.OtherFields["notifications"].ShouldBe("[]");
        info.OtherFields.ContainsKey("idMap").ShouldBeFalse();
    }

    [Fact]
    public void Read_WholeAnswer_FillsTheRuns()
    {
        RunAxis runs = Answers.CleanTable(Answer).Runs;

        runs.Builds.ShouldBe(["1372535122330390528", "17", "3"]);
        runs.TimesMs.ToArray().ShouldBe([1603835484000, 0, 1603635484000]);
        runs.Time(1).ShouldBeNull();
        runs.HeaderNames.ShouldBe(["Commit", "Commit"]);
        runs.Headers[0].ShouldBe(["1", "missing", ""]);
        runs.Headers[1].ShouldBe(["c", "", "7"]);
    }

    [Fact]
    public void Read_WholeAnswer_FillsTheRows()
    {
        JobGrid grid = Answers.CleanTable(Answer);
        TestRow overall = grid.Tests[0];

        grid.Row(0).ToArray().ShouldBe([12, 0, 1]);
        grid.Row(1).ToArray().ShouldBe([13, 13, 13]);
        overall.Target.ValueOrDefault().ShouldBe("//overall");
        overall.Id.ShouldBe("id-1");
        overall.LinkedBugs.ShouldBe(["1", "2"]);
        overall.Messages.ShouldBe(["boom", ""]);
        overall.UserProperties.State.ShouldBe(PublishedState.Null);
        overall.DurationMinutes.ShouldBe([12.5f, float.NaN, 10f]);
        overall.OtherFields["test_ids"].ShouldBe("""["a"]""");
        overall.OtherFields["tests"].ShouldBe("""[{"name":"sub"}]""");
        grid.Tests[1].Name.ShouldBe(" two  blanks ");
        grid.Tests[1].OriginalName.State.ShouldBe(PublishedState.Absent);
        grid.Tests[1].UserProperties.ValueOrDefault().ShouldBe(["", "u", ""]);
        grid.Tests[1].DurationMinutes.ShouldBeNull();
        grid.Tests[1].ShortTexts[2].ShouldBe("1/2");
    }

    [Fact]
    public void Read_AlertOf2020_FillsTheAlert()
    {
        RowAlert alert = Answers.CleanTable(Answer).Tests[0].Alert.ShouldNotBeNull();

        alert.FailBuild.ValueOrDefault().ShouldBe("master");
        alert.FailCount.ShouldBe(3);
        alert.PassCount.ShouldBe(0);
        alert.Message.ShouldBe(Published<string>.Of("boom"));
        alert.LinkText.ShouldBe(Published<string>.Of(""));
        alert.FailTimeMs.ShouldBe(1603131483000);
        alert.PassTimeMs.ShouldBeNull();
        alert.Text.ValueOrDefault().ShouldBe("Alert: 3 failures");
        alert.HotlistIds.State.ShouldBe(PublishedState.Null);
    }

    [Fact]
    public void Read_AlertOfLaterYears_FillsTheAlert()
    {
        RowAlert alert = Answers.CleanTable("""
            {"timestamps":[1603835484000],"tests":[{"name":"a","statuses":[{"count":1,"value":12}],"alert":{"fail-build-id":"9","pass-build-id":"8",
             "fail-time":1613852491000000,"pass-time":1613679621,"hotlist_ids":[1,"2"],"properties":{"k":"v","n":1,"l":[1]},"new-field":{"x":1}}}]}
            """).Tests[0].Alert.ShouldNotBeNull();

        alert.FailCount.ShouldBeNull();
        alert.PassCount.ShouldBeNull();
        alert.Message.ShouldBe(Published<string>.Absent);
        alert.FailBuild.ValueOrDefault().ShouldBe("9");
        alert.PassBuild.ValueOrDefault().ShouldBe("8");
        alert.FailTimeMs.ShouldBe(1613852491000);
        alert.PassTimeMs.ShouldBe(1613679621000);
        alert.HotlistIds.ValueOrDefault().ShouldBe(["1", "2"]);
        alert.Properties.ValueOrDefault()!["l"].ShouldBe("[1]");
        alert.OtherFields["new-field"].ShouldBe("""{"x":1}""");
    }

    [Fact]
    public void Read_AnyOrderOfFields_GivesTheSameGrid()
    {
        const string Tests = """ "tests":[{"statuses":[{"count":2,"value":1}],"name":"a"}] """;
        const string Times = """ "timestamps":[1603835484000,1603835483000] """;

        JobGrid testsFirst = Answers.CleanTable($"{{{Tests},{Times}}}");
        JobGrid timesFirst = Answers.CleanTable($"{{{Times},{Tests}}}");

        testsFirst.Statuses.ToArray().ShouldBe(timesFirst.Statuses.ToArray());
        testsFirst.Runs.TimesMs.ToArray().ShouldBe(timesFirst.Runs.TimesMs.ToArray());
    }

    [Theory]
    [InlineData("""{"tests":null,"timestamps":[],"alerts":"Warning: Test results are stale."}""")]
    [InlineData("""{"timestamps":[],"tests":[],"changelists":[],"column_ids":null,"custom-columns":[],"column-header-names":["Date","Time","Build Number"]}""")]
    [InlineData("""{"tests":null}""")]
    public void Read_EmptyAnswer_GivesAnEmptyGrid(string json)
    {
        JobGrid grid = Answers.CleanTable(json);

        grid.Tests.ShouldBeEmpty();
        grid.Runs.Count.ShouldBe(0);
        grid.CellCount.ShouldBe(0);
    }

    [Fact]
    public void Read_BuildsMissing_TakesThemFromColumnIds()
    {
        Answers.CleanTable("""{"timestamps":[1603835484000,1603835483000],"column_ids":["name\ue00012","13"],"tests":[]}""")
            .Runs.Builds.ShouldBe(["12", "13"]);
    }

    [Fact]
    public void Read_FlatPairs_AreUnderstood()
    {
        Answers.CleanTable("""{"timestamps":[1603835484000,1603835483000,1603835482000],"tests":[{"name":"a","statuses":[0,1,12,2]}]}""").Row(0).ToArray().ShouldBe([0, 12, 12]);
    }

    [Fact]
    public void Read_FractionsAndExponents_AreUnderstood()
    {
        JobGrid grid = Answers.CleanTable("""{"timestamps":[1603835484000.75,1.603835483e12],"tests":[{"name":"a","statuses":[{"count":2.0,"value":1e0}]}]}""");

        grid.Runs.TimesMs.ToArray().ShouldBe([1603835484000, 1603835483000]);
        grid.Row(0).ToArray().ShouldBe([1, 1]);
    }

    [Fact]
    public void Read_OtherMetrics_AreKeptAsText()
    {
        TestRow row = Answers.CleanTable("""
            {"timestamps":[1603835484000],"tests":[{"name":"a","statuses":[1,1],"graphs":[{"values":[[1],[2]],"metric":["cpu","test-duration-minutes"]}]}]}
            """).Tests[0];

        row.DurationMinutes.ShouldBe([2f]);
        row.OtherFields["graphs"].ShouldContain("cpu");
    }

    [Fact]
    public void Read_EqualTexts_ShareOneString()
    {
        JobGrid grid = Answers.CleanTable("""
            {"timestamps":[1603835484000],"tests":[{"name":"abc","target":"abc","statuses":[1,1],"messages":["m"]},{"name":"b","statuses":[1,1],"messages":["m"]}]}
            """);

        grid.Tests[0].Name.ShouldBeSameAs(grid.Tests[0].Target.ValueOrDefault());
        grid.Tests[0].Messages[0].ShouldBeSameAs(grid.Tests[1].Messages[0]);
    }

    [Fact]
    public void Read_StrangeNames_AreKeptAsTheyAre()
    {
        Answers.CleanTable("""{"timestamps":[1603835484000],"tests":[{"name":"../a/\u0000\\.. \ud83d\ude00\ufffd","statuses":[1,1]}]}""")
            .Tests[0].Name.ShouldBe("../a/\0\\.. 😀\uFFFD");
    }

    [Fact]
    public void Read_ByteOrderMark_IsTolerated()
    {
        Answers.CleanTable("\uFEFF{\"tests\":null}").Tests.ShouldBeEmpty();
    }
}

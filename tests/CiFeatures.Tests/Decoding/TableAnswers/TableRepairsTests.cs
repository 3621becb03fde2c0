using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Every repair keeps the rest of the grid and says where it was needed.</summary>
public class TableRepairsTests
{
    private static string Row(string fields) =>
        $$"""{"timestamps":[1603835484000,1603835483000,1603835482000],"tests":[{"name":"bad test",{{fields}}},{"name":"good","statuses":[{"count":3,"value":1}]}]}""";

    private static JobGrid Repair(string fields, string code, DecodeRepair repair, out DecodeIssue issue)
    {
        JobGrid grid = Answers.TableWithIssue(Row(fields), code, repair, out issue);
        grid.Tests[^1].Name.ShouldBe("good");
        grid.Row(grid.Tests.Count - 1).ToArray().ShouldBe([1, 1, 1]);
        issue.Test.ShouldBe("bad test");
        return grid;
    }

    [Theory]
    [InlineData("1000000000")]
    [InlineData("4")]
    [InlineData("1e300")]
    [InlineData("99999999999999999999")]
    public void Read_CountsBeyondTheColumns_AreCut(string count)
    {
        JobGrid grid = Repair($$""" "statuses":[{"count":1,"value":12},{"count":{{count}},"value":13}] """, DecodingCodes.RowTooLong, DecodeRepair.Cut, out DecodeIssue issue);

        grid.Row(0).ToArray().ShouldBe([12, 13, 13]);
        issue.Position.ShouldBe("run 3");
    }

    [Fact]
    public void Read_CountOf100MillionWithManyRows_AllocatesTheColumnsOnly()
    {
        string rows = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"name":"t{{i}}","statuses":[{"count":100000000,"value":1},{"count":2147483647,"value":1}]}"""));
        List<DecodeIssue> issues = [];

        JobGrid grid = Answers.Table($$"""{"tests":[{{rows}}],"timestamps":[1603835484000,1603835483000,1603835482000]}""", issues);

        grid.CellCount.ShouldBe(3000);
        issues.Count.ShouldBe(1000);
    }

    [Theory]
    [InlineData(""" "statuses":[{"count":1,"value":12}] """, 1)]
    [InlineData(""" "statuses":[] """, 0)]
    [InlineData(""" "statuses":null """, 0)]
    [InlineData(""" "target":"no statuses at all" """, 0)]
    public void Read_TooFewCells_ArePaddedAtTheOldEnd(string fields, int cells)
    {
        JobGrid grid = Repair(fields, DecodingCodes.RowTooShort, DecodeRepair.Padded, out DecodeIssue issue);

        grid.Row(0).ToArray().Count(c => c == 0).ShouldBe(3 - cells);
        issue.Position.ShouldBe($"run {cells}");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("-1e300")]
    public void Read_CountNotPositive_YieldsNoCells(string count)
    {
        JobGrid grid = Repair(
            $$""" "statuses":[{"count":1,"value":12},{"count":{{count}},"value":13},{"count":2,"value":1}] """, DecodingCodes.CountNotPositive, DecodeRepair.Ignored, out DecodeIssue issue);

        grid.Row(0).ToArray().ShouldBe([12, 1, 1]);
        issue.Position.ShouldStartWith("pair 1 of statuses, byte ");
    }

    [Theory]
    [InlineData(""" "value":16 """)]
    [InlineData(""" "value":-1 """)]
    [InlineData(""" "value":4711 """)]
    [InlineData(""" "value":1.5 """)]
    [InlineData(""" "value":null """)]
    [InlineData(""" "value":"PASS" """)]
    [InlineData(""" "value":[1] """)]
    [InlineData(""" "other":1 """)]
    public void Read_UnknownStatus_IsReadAsUnknown(string value)
    {
        JobGrid grid = Repair(
            $$""" "statuses":[{"count":1,"value":12},{"count":2,{{value}}}] """, DecodingCodes.UnknownStatus, DecodeRepair.ReadAsUnknown, out DecodeIssue issue);

        grid.Row(0).ToArray().ShouldBe([12, 6, 6]);
        issue.Position.ShouldStartWith("pair 1 of statuses, byte ");
    }

    [Theory]
    [InlineData(""" "statuses":[{"count":1.5,"value":12}] """)]
    [InlineData(""" "statuses":[{"count":"3","value":12}] """)]
    [InlineData(""" "statuses":[{"count":null,"value":12}] """)]
    [InlineData(""" "statuses":[{"count":[3],"value":12}] """)]
    [InlineData(""" "statuses":[{"value":12}] """)]
    [InlineData(""" "statuses":"PPP" """)]
    [InlineData(""" "statuses":{"count":3,"value":1} """)]
    [InlineData(""" "statuses":[1,"x"] """)]
    public void Read_CellsThatCannotBePlaced_DropTheRow(string fields)
    {
        JobGrid grid = Repair(fields, DecodingCodes.UnreadableRow, DecodeRepair.RowDropped, out DecodeIssue issue);

        grid.Tests.Count.ShouldBe(1);
        issue.Position.ShouldContain("byte ");
    }

    [Theory]
    [InlineData("""{"statuses":[1,1]}""")]
    [InlineData("""{"name":null,"statuses":[1,1]}""")]
    [InlineData("""{"name":5,"statuses":[1,1]}""")]
    [InlineData("""{"name":{"x":1},"statuses":[1,1]}""")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[[]]")]
    public void Read_RowThatIsNoRow_IsDroppedAndIdsStayWithTheirRows(string row)
    {
        JobGrid grid = Answers.TableWithIssue(
            $$"""{"timestamps":[1603835484000],"tests":[{{row}},{"name":"good","statuses":[1,1]}],"row_ids":["first","second"]}""",
            DecodingCodes.UnreadableRow, DecodeRepair.RowDropped, out DecodeIssue issue);

        grid.Tests.ShouldHaveSingleItem().Id.ShouldBe("second");
        grid.Row(0).ToArray().ShouldBe([1]);
        issue.Position.ShouldStartWith("tests[0], byte ");
    }

    [Fact]
    public void Read_SameNameTwice_KeepsBothAndSaysSo()
    {
        JobGrid grid = Answers.TableWithIssue(
            """{"timestamps":[1603835484000],"tests":[{"name":"a","statuses":[1,1]},{"name":"a","statuses":[12,1]}]}""", DecodingCodes.DuplicateRow, DecodeRepair.Noted, out _);

        grid.Statuses.ToArray().ShouldBe([1, 12]);
    }

    [Theory]
    [InlineData("messages", """["a","b","c","d"]""", DecodeRepair.Cut, 2)]
    [InlineData("messages", """["a"]""", DecodeRepair.Noted, 1)]
    [InlineData("short_texts", """["","",""]""", DecodeRepair.Cut, 2)]
    [InlineData("user_property", """["x","",""]""", DecodeRepair.Cut, 2)]
    public void Read_CompactListDoesNotFit_IsReported(string field, string list, DecodeRepair repair, int kept)
    {
        JobGrid grid = Repair($$""" "{{field}}":{{list}},"statuses":[12,1,0,1,1,1] """, DecodingCodes.CompactListLength, repair, out DecodeIssue issue);

        TestRow row = grid.Tests[0];
        (row.Messages.Count + row.ShortTexts.Count + (row.UserProperties.ValueOrDefault()?.Count ?? 0)).ShouldBe(kept);
        issue.Message.ShouldContain(field);
    }

    [Fact]
    public void Read_RowCut_CutsItsListsWithoutFurtherIssues()
    {
        JobGrid grid = Repair(""" "messages":["a","b","c","d","e"],"statuses":[12,5] """, DecodingCodes.RowTooLong, DecodeRepair.Cut, out _);

        grid.Tests[0].Messages.ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("[[1,2]]", DecodeRepair.Padded, new[] { 1f, 2f, float.NaN })]
    [InlineData("[[1,2,3,4]]", DecodeRepair.Cut, new[] { 1f, 2f, 3f })]
    [InlineData("""[[1,"x",3]]""", DecodeRepair.Ignored, new[] { 1f, float.NaN, 3f })]
    [InlineData("[[1,1e999,3]]", DecodeRepair.Ignored, new[] { 1f, float.NaN, 3f })]
    public void Read_DurationsDoNotFit_AreRepaired(string values, DecodeRepair repair, float[] expected)
    {
        Repair($$""" "statuses":[1,3],"graphs":[{"metric":["test-duration-minutes"],"values":{{values}}}] """, DecodingCodes.Durations, repair, out _)
            .Tests[0].DurationMinutes.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"changelists":["1"]}""", DecodeRepair.Padded)]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"changelists":["1","2","3"]}""", DecodeRepair.Cut)]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"custom-columns":[["1"]],"column-header-names":["h"]}""", DecodeRepair.Padded)]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"custom-columns":[["1","2"]]}""", DecodeRepair.Padded)]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"column_ids":["1"]}""", DecodeRepair.Noted)]
    [InlineData("""{"timestamps":[1603835484000,1603835483000],"tests":[],"row_ids":["1"]}""", DecodeRepair.Cut)]
    [InlineData("""{"tests":[],"changelists":["1","2"]}""", DecodeRepair.Padded)]
    public void Read_AxisListDoesNotFit_IsRepaired(string json, DecodeRepair repair)
    {
        JobGrid grid = Answers.TableWithIssue(json, DecodingCodes.AxisLength, repair, out _);

        grid.Runs.Count.ShouldBe(2);
        grid.Runs.Builds.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("\"1603835484000\"")]
    [InlineData("1e30")]
    [InlineData("[1]")]
    public void Read_TimeThatIsNone_IsNotKnown(string time)
    {
        Answers.TableWithIssue($$"""{"timestamps":[{{time}},1603835484000],"tests":[]}""", DecodingCodes.UnusableTime, DecodeRepair.Ignored, out _)
            .Runs.TimesMs.ToArray().ShouldBe([0, 1603835484000]);
    }

    [Theory]
    [InlineData("fail-count", "-1")]
    [InlineData("fail-count", "99999999999999999999")]
    [InlineData("fail-count", "1e999")]
    [InlineData("pass-count", "2147483648")]
    [InlineData("pass-count", "0.5")]
    public void Read_AlertCountThatIsNone_IsAbsent(string field, string count)
    {
        JobGrid grid = Repair($$""" "statuses":[12,3],"alert":{"fail-count":3,"pass-count":4,"{{field}}":{{count}}} """, DecodingCodes.UnusableNumber, DecodeRepair.Ignored, out DecodeIssue issue);

        RowAlert alert = grid.Tests[0].Alert.ShouldNotBeNull();
        alert.FailCount.ShouldBe(field == "fail-count" ? null : 3);
        alert.PassCount.ShouldBe(field == "pass-count" ? null : 4);
        issue.Position.ShouldStartWith($"alert.{field}, byte ");
    }

    [Theory]
    [InlineData("num-stale-tests", "-1")]
    [InlineData("stale-test-threshold", "3000000000")]
    [InlineData("overall-status", "1.5")]
    public void Read_NumberOfTheJobThatIsNone_IsAbsent(string field, string number)
    {
        GridInfo info = Answers.TableWithIssue($$"""{"tests":null,"{{field}}":{{number}}}""", DecodingCodes.UnusableNumber, DecodeRepair.Ignored, out _).Info;

        (info.StaleTestCount.State, info.StaleTestThreshold.State, info.OverallStatus.State).ShouldBe((PublishedState.Absent, PublishedState.Absent, PublishedState.Absent));
    }

    [Fact]
    public void Read_FieldTwice_TheLastHolds()
    {
        JobGrid grid = Answers.TableWithIssue(
            """{"tests":[{"name":"a","statuses":[1,2]}],"timestamps":[1603835484000],"tests":[{"name":"b","statuses":[12,1]}]}""",
            DecodingCodes.RepeatedField, DecodeRepair.Noted, out _);

        grid.Tests.ShouldHaveSingleItem().Name.ShouldBe("b");
        grid.Statuses.ToArray().ShouldBe([12]);
    }

    [Theory]
    [InlineData("bucket/logs/other-job", "otherjob", 1)]
    [InlineData("bucket/logs/other-job", "job12", 0)]
    [InlineData("bucket/logs/job-1.2/", "other", 0)]
    [InlineData("", "", 0)]
    public void Read_AnswerOfAnotherJob_IsNoted(string query, string group, int expected)
    {
        List<DecodeIssue> issues = [];

        Answers.Table($$"""{"query":"{{query}}","test-group-name":"{{group}}","tests":null}""", issues);

        issues.Count(i => i.Code == DecodingCodes.OtherJob).ShouldBe(expected);
        issues.Count.ShouldBe(expected);
    }

    [Fact]
    public void Read_MoreIssuesThanTheLimit_AreCounted()
    {
        string rows = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"name":"t{{i}}","statuses":[]}"""));
        List<DecodeIssue> issues = [];

        Answers.Table($$"""{"tests":[{{rows}}],"timestamps":[1603835484000]}""", issues, new DecodeLimits { MaxIssues = 10 });

        issues.Count.ShouldBe(11);
        issues[^1].Code.ShouldBe(DecodingCodes.MoreIssues);
        issues[^1].Message.ShouldContain("40 more");
    }
}

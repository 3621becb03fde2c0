using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Decoding.Api;

public class ApiGridReaderTests
{
    [Fact]
    public void Read_EmptyObjects_GiveAnEmptyGrid()
    {
        JobGrid grid = ApiAnswers.CleanGrid("{}", "{}");

        grid.Runs.Count.ShouldBe(0);
        grid.Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Read_NullsAndUnknownFields_AreTolerated()
    {
        JobGrid grid = ApiAnswers.CleanGrid(
            """{"headers":[{"build":"12","started":null,"extra":null,"name":null,"color":{"a":[1]}}],"next_page":"x"}""",
            """{"rows":[{"name":"a","cells":[{"result":1,"message":null,"icon":null,"cell_id":null,"weight":2.5}],"issues":null,"alert":null,"owner":"o"}]}""");

        grid.Runs.TimesMs.ToArray().ShouldBe([0]);
        grid[0, 0].ShouldBe(CellStatus.Pass);
        grid.Tests[0].OtherFields["owner"].ShouldBe("\"o\"");
        ApiAnswers.CleanGrid("""{"headers":null}""", """{"rows":null}""").Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Read_Cells_KeepTextsWithTheirCells()
    {
        JobGrid grid = ApiAnswers.CleanGrid(
            """{"headers":[{"build":"4"},{"build":"3"},{"build":"2"},{"build":"1"}]}""",
            """{"rows":[{"name":"a","cells":[{"result":12,"message":"m","icon":"F","cell_id":"c4"},{},{"result":4},{"result":1,"cellId":"c1","icon":"1/2"}]}]}""");

        grid.Row(0).ToArray().ShouldBe([12, 0, 4, 1]);
        grid.Tests[0].Messages.ShouldBe(["m", "", ""]);
        grid.Tests[0].ShortTexts.ShouldBe(["F", "", "1/2"]);
        grid.Tests[0].CellIds.ShouldBe(["c4", "", "c1"]);
        grid.Tests[0].DurationMinutes.ShouldBeNull();
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"TIMED_OUT\"", 9)]
    [InlineData("\"NO_RESULT\"", 0)]
    [InlineData("0", 0)]
    [InlineData("null", 0)]
    public void Read_Result_AsNumberOrName(string result, int code)
    {
        JobGrid grid = ApiAnswers.CleanGrid("""{"headers":[{"build":"1"}]}""", $$"""{"rows":[{"name":"a","cells":[{"result":{{result}}}]}]}""");

        ((int)grid[0, 0]).ShouldBe(code);
    }

    [Theory]
    [InlineData("16")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e999")]
    [InlineData("\"pass\"")]
    [InlineData("true")]
    [InlineData("{\"a\":1}")]
    public void Read_ResultThatIsNoCode_IsUnknownAndReported(string result)
    {
        JobGrid grid = ApiAnswers.GridWithIssue(
            """{"headers":[{"build":"1"}]}""", $$"""{"rows":[{"name":"a","cells":[{"result":{{result}},"icon":"x"}]}]}""",
            DecodingCodes.UnknownStatus, DecodeRepair.ReadAsUnknown, out DecodeIssue issue);

        grid[0, 0].ShouldBe(CellStatus.Unknown);
        grid.Tests[0].ShortTexts.ShouldBe(["x"]);
        issue.Position.ShouldBe("run 0");
    }

    [Fact]
    public void Read_MoreCellsThanHeaders_AreCutAtTheOldEndAndReportedOnce()
    {
        JobGrid grid = ApiAnswers.GridWithIssue(
            ApiAnswers.TwoHeaders,
            """{"rows":[{"name":"a","cells":[{"result":1,"message":"new"},{},{"result":12,"message":"old"}]},{"name":"b","cells":[{},{"result":1},{},{"result":1}]}]}""",
            DecodingCodes.ApiRowsBeyondHeaders, DecodeRepair.Cut, out DecodeIssue issue);

        grid.Row(0).ToArray().ShouldBe([1, 0]);
        grid.Tests[0].Messages.ShouldBe(["new"]);
        grid.Row(1).ToArray().ShouldBe([0, 1]);
        issue.Test.ShouldBe("b");
        issue.Message.ShouldContain("2 of 2 rows");
    }

    [Theory]
    [InlineData("""{"name":"a","cells":[{"result":1}]}""", "run 1")]
    [InlineData("""{"name":"a"}""", "run 0")]
    [InlineData("""{"name":"a","cells":null}""", "run 0")]
    public void Read_FewerCellsThanHeaders_ArePaddedAndReported(string row, string position)
    {
        JobGrid grid = ApiAnswers.GridWithIssue(
            ApiAnswers.TwoHeaders, $$"""{"rows":[{{row}}]}""", DecodingCodes.RowTooShort, DecodeRepair.Padded, out DecodeIssue issue);

        grid[0, 1].ShouldBe(CellStatus.NoResult);
        issue.Position.ShouldBe(position);
    }

    [Fact]
    public void Read_RowsWithoutHeaders_KeepTheirNames()
    {
        JobGrid grid = ApiAnswers.GridWithIssue(
            "{}", """{"rows":[{"name":"a","cells":[{"result":1}]}]}""", DecodingCodes.ApiRowsBeyondHeaders, DecodeRepair.Cut, out _);

        grid.Tests[0].Name.ShouldBe("a");
        grid.CellCount.ShouldBe(0);
    }

    [Fact]
    public void Read_Headers_AreTransposed()
    {
        JobGrid grid = ApiAnswers.CleanGrid(
            """{"headers":[{"build":"12","name":"n","hotlistIds":"1,2","started":"2021-07-28T13:10:18Z","extra":["a","b"]},{"build":"11","started":"2021-07-27T15:10:18.25+02:00","extra":["c"]}]}""",
            "{}");

        grid.Runs.Builds.ShouldBe(["12", "11"]);
        grid.Runs.TimesMs.ToArray().ShouldBe([1_627_477_818_000, 1_627_391_418_250]);
        grid.Runs.HeaderNames.ShouldBe(["", ""]);
        grid.Runs.Headers[0].ShouldBe(["a", "c"]);
        grid.Runs.Headers[1].ShouldBe(["b", ""]);
        grid.Info.ColumnIds.ValueOrDefault().ShouldBe(["n\uE00012", "\uE00011"]);
        grid.Info.OtherFields["column_hotlist_ids"].ShouldBe("""["1,2",""]""");
    }

    [Fact]
    public void Read_Alert_HasTheNamesOfTheModel()
    {
        RowAlert alert = ApiAnswers.CleanGrid(
            """{"headers":[{"build":"1"}]}""",
            """
            {"rows":[{"name":"a","cells":[{"result":12}],"issues":["77"],"alert":{"fail_count":3,"fail_build_id":"9","fail_time":"2021-07-28T13:10:18Z","failTestId":"t","pass_build_id":"8",
            "pass_time":"1970-01-01T00:00:00Z","failure_message":"m","build_link":"l","build_link_text":"lt","build_url_text":"u","latest_fail_build_id":"10","properties":{"k":"v"},"hotlist_ids":["1"]}}]}
            """).Tests[0].Alert!;

        (alert.FailCount, alert.FailTimeMs, alert.PassTimeMs).ShouldBe((3, 1_627_477_818_000, null));
        (alert.FailBuild.ValueOrDefault(), alert.PassBuild.ValueOrDefault(), alert.TestId.ValueOrDefault(), alert.Message.ValueOrDefault()).ShouldBe(("9", "8", "t", "m"));
        (alert.Link.ValueOrDefault(), alert.LinkText.ValueOrDefault(), alert.UrlText.ValueOrDefault()).ShouldBe(("l", "lt", "u"));
        alert.OtherFields["latest_fail_build_id"].ShouldBe("\"10\"");
        alert.Properties.ValueOrDefault()!["k"].ShouldBe("v");
        alert.HotlistIds.ValueOrDefault().ShouldBe(["1"]);
    }

    [Fact]
    public void Read_BlankCellWithText_IsReported() =>
        ApiAnswers.GridWithIssue(
            ApiAnswers.TwoHeaders, """{"rows":[{"name":"a","cells":[{},{"message":"m"}]}]}""", DecodingCodes.ApiBlankCellText, DecodeRepair.Ignored, out DecodeIssue issue)
            .Tests[0].Messages.ShouldBeEmpty(issue.Message);

    [Fact]
    public void Read_SameNameTwice_KeepsBoth() =>
        ApiAnswers.GridWithIssue(
            """{"headers":[{"build":"1"}]}""", """{"rows":[{"cells":[{"result":1}]},{"name":"","cells":[{"result":12}]}]}""", DecodingCodes.DuplicateRow, DecodeRepair.Noted, out _)
            .Tests.Count.ShouldBe(2);

    [Theory]
    [InlineData("""{"rows":[]}""", "{}", DecodingCodes.NotAnApiAnswer, "headers")]
    [InlineData("{}", """{"error":"x"}""", DecodingCodes.NotAnApiAnswer, "rows")]
    [InlineData("[]", "{}", DecodingCodes.NotAnApiAnswer, "headers")]
    [InlineData("{}", "null", DecodingCodes.NotAnApiAnswer, "rows")]
    [InlineData("{}", "Not Found", DecodingCodes.DamagedJson, "rows")]
    [InlineData("<html>", "{}", DecodingCodes.DamagedJson, "headers")]
    [InlineData("", "{}", DecodingCodes.DamagedJson, "headers")]
    [InlineData("{}", """{"rows":[{"name":"a","cells":[{}""", DecodingCodes.DamagedJson, "$.rows[0]")]
    [InlineData("{}", """{"rows":"x"}""", DecodingCodes.WrongEssentialType, "$.rows")]
    [InlineData("{}{}", "{}", DecodingCodes.DamagedJson, "headers")]
    public void Read_WhatIsNoGrid_IsAClearError(string headers, string rows, string code, string place)
    {
        CiFeaturesException error = ApiAnswers.GridError(headers, rows);

        error.Code.ShouldBe(code);
        error.Place.ShouldStartWith("dash / job-1.2");
        error.Place.ShouldContain(place);
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_BeyondLimits_IsRefusedBeforeItIsAllocated()
    {
        string columns = string.Join(',', Enumerable.Repeat("{}", 11));
        string rows = string.Join(',', Enumerable.Repeat("{}", 11));

        ApiAnswers.GridError($$"""{"headers":[{{columns}}]}""", "{}", new DecodeLimits { MaxRuns = 10 }).Message.ShouldContain("headers");
        ApiAnswers.GridError("{}", $$"""{"rows":[{{rows}}]}""", new DecodeLimits { MaxTests = 10 }).Code.ShouldBe(DecodingCodes.TooLarge);
        ApiAnswers.GridError($$"""{"headers":[{{columns}}]}""", $$"""{"rows":[{{rows}}]}""", new DecodeLimits { MaxCells = 120 }).Message.ShouldContain("121");
        ApiAnswers.GridError("""{"headers":[{"extra":["a","b","c"]}]}""", "{}", new DecodeLimits { MaxHeaders = 2 }).Remedy.ShouldContain("MaxHeaders");
    }

    [Fact]
    public void Read_Nested_IsTooDeep()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100_000));

        ApiAnswers.GridError("{}", $$"""{"rows":[{"x":{{deep}}""").Code.ShouldBe(DecodingCodes.TooDeep);
    }
}

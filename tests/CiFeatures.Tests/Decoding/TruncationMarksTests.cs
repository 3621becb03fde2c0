using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Tests.Decoding.Api;
using CiFeatures.Tests.Decoding.State;

namespace CiFeatures.Tests.Decoding;

public class TruncationMarksTests
{
    private const string Message = "2500000 byte grid exceeds maximum size of 2000000 bytes";

    [SkippableFact]
    public void Read_StateCutAtTheOldestRun_IsMarkedAndCanBeDropped()
    {
        JobGrid grid = State(
            $$"""
            columns { build: "3" started: 1700000300000 extra: "x" } columns { build: "2" started: 1700000200000 extra: "y" } columns { build: "1" started: 1700000100000 extra: "z" }
            rows { name: "a" results: [1, 2, 6, 1] messages: ["", "m", "{{Message}}"] icons: ["", "i", "..."] cell_ids: ["c", "d", "e"]
              metrics { name: "test-duration-minutes" indices: [0, 3] values: [1, 2, 3] } }
            rows { name: "b" results: [0, 1, 12, 1, 0, 1] messages: ["failed"] icons: ["F"] }
            rows { name: "c" results: [0, 2, 6, 1] messages: ["{{Message}}"] icons: ["..."] }
            """);

        GridTruncation mark = grid.Info.Truncations.ShouldHaveSingleItem();
        mark.ShouldBe(new GridTruncation(GridTruncationKind.OldestRun, Message, -1, 2));

        JobGrid without = grid.WithoutTruncationArtefacts();
        without.Runs.Builds.ShouldBe(["3", "2"]);
        without.Runs.Headers[0].ShouldBe(["x", "y"]);
        Convert.ToHexString(without.Statuses).ShouldBe("0101" + "000C" + "0000");
        without.Tests[0].Messages.ShouldBe(["", "m"]);
        without.Tests[0].CellIds.ShouldBe(["c", "d"]);
        without.Tests[0].DurationMinutes.ShouldBe([1f, 2f]);
        without.Tests[0].FindMetric("test-duration-minutes")!.At(1).ShouldBe(2);
        without.Info.Truncations.ShouldHaveSingleItem().Run.ShouldBe(-1);
        without.WithoutTruncationArtefacts().ShouldBeSameAs(without);
    }

    [SkippableFact]
    public void Read_StateCutToOneRow_IsMarkedAndCanBeDropped()
    {
        JobGrid grid = State($$"""columns { build: "1" started: 1700000100000 } rows { name: "Truncated" results: [6, 1] messages: ["{{Message}}"] icons: ["..."] }""");

        grid.Info.Truncations.ShouldHaveSingleItem().ShouldBe(new GridTruncation(GridTruncationKind.WholeGrid, Message, 0, -1));
        grid.WithoutTruncationArtefacts().Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ApiAnswersOfACutGrid_AreMarked()
    {
        JobGrid grid = ApiAnswers.GridWithIssue(
            ApiAnswers.TwoHeaders,
            $$$"""{"rows":[{"name":"a","cells":[{"result":1},{"result":6,"icon":"...","message":"{{{Message}}}"}]},{"name":"b","cells":[{"result":12},{}]}]}""",
            DecodingCodes.Truncated, DecodeRepair.Noted, out _);

        grid.Info.Truncations.ShouldHaveSingleItem().ShouldBe(new GridTruncation(GridTruncationKind.OldestRun, Message, -1, 1));
        grid.WithoutTruncationArtefacts().Runs.Builds.ShouldBe(["12"]);
    }

    [Fact]
    public void Read_TableWithARowThatSaysRowsWereRemoved_IsMarkedAndCanBeDropped()
    {
        const string Says = "1200000 cell grid exceeds maximum size of 1000000 cells, removed 400 rows";
        List<DecodeIssue> issues = [];
        JobGrid grid = Answers.Table(
            $$"""
            {"timestamps":[1700000200000,1700000100000],"changelists":["2","1"],"tests":[
              {"name":"Truncated","statuses":[{"count":2,"value":12}],"messages":["{{Says}}",""],"short_texts":["",""]},
              {"name":"a","statuses":[{"count":2,"value":1}],"messages":["",""],"short_texts":["",""]}]}
            """,
            issues);

        issues.ShouldHaveSingleItem().Code.ShouldBe(DecodingCodes.Truncated);
        grid.Info.Truncations.ShouldHaveSingleItem().ShouldBe(new GridTruncation(GridTruncationKind.RowsRemoved, Says, 0, -1));
        grid.WithoutTruncationArtefacts().Tests.ShouldHaveSingleItem().Name.ShouldBe("a");
    }

    [SkippableTheory]
    [InlineData("""rows { name: "Truncated" results: [12, 2] messages: ["failed", ""] icons: ["", ""] }""")]
    [InlineData("""rows { name: "a" results: [1, 1, 6, 1] messages: ["", "podinfo.json not found"] icons: ["", "!"] }""")]
    [InlineData("""rows { name: "a" results: [1, 1, 6, 1] icons: ["", "..."] messages: ["", "m"] } rows { name: "b" results: [1, 2] messages: ["", ""] icons: ["", ""] }""")]
    [InlineData("""rows { name: "a" results: [1, 1, 0, 1] messages: [""] icons: [""] }""")]
    public void Read_WhatOnlyLooksLikeIt_IsNotMarked(string rows)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = StateInputs.Grid(
            Protoc.Encode("state.proto", "made.state.Grid", "columns { build: \"2\" started: 1700000200000 } columns { build: \"1\" started: 1700000100000 } " + rows), issues);

        issues.ShouldBeEmpty();
        grid.Info.Truncations.ShouldBeEmpty();
        grid.WithoutTruncationArtefacts().ShouldBeSameAs(grid);
    }

    private static JobGrid State(string text)
    {
        List<DecodeIssue> issues = [];
        JobGrid grid = StateInputs.Grid(Protoc.Encode("state.proto", "made.state.Grid", text), issues);
        DecodeIssue issue = issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(DecodingCodes.Truncated);
        issue.Message.ShouldContain(Message);
        return grid;
    }
}

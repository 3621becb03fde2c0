using System.Buffers;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Decoding.TableAnswers;

public class TableRoundTripTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameGrid()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            JobGrid grid = new GridMaker(seed).Make();
            List<DecodeIssue> issues = [];

            JobGrid read = TableAnswerReader.Read(Write(grid), grid.Key, issues);

            issues.ShouldBeEmpty();
            GridText.Of(read).ShouldBe(GridText.Of(grid));
        }).QuickCheckThrowOnFailure();
    }

    [SkippableFact]
    public void Read_WhatWasWrittenOfRecordedAnswers_GivesTheSameGrid()
    {
        foreach ((JobKey key, string path) in RecordedAnswers.Tables("4.6GA").Where((_, i) => i % 20 == 0))
        {
            JobGrid grid = TableAnswerReader.Read(RecordedAnswers.Load(path).Span, key, []);

            Assert.Equal(GridText.Of(grid), GridText.Of(TableAnswerReader.Read(Write(grid), key, [])));
        }
    }

    [Fact]
    public void Write_Statuses_AreMaximalRuns()
    {
        JobGrid grid = Answers.CleanTable("""{"timestamps":[1603835484000,1603835483000,1603835482000],"tests":[{"name":"a","statuses":[1,1,1,1,12,1]}]}""");

        System.Text.Encoding.UTF8.GetString(Write(grid)).ShouldContain("""[{"count":2,"value":1},{"count":1,"value":12}]""");
    }

    [Fact]
    public void Write_ToAStream_GivesTheSameBytes()
    {
        JobGrid grid = new GridMaker(7).Make();
        using MemoryStream stream = new();

        TableAnswerWriter.Write(grid, stream);

        stream.ToArray().ShouldBe(Write(grid));
    }

    private static byte[] Write(JobGrid grid)
    {
        ArrayBufferWriter<byte> buffer = new();
        TableAnswerWriter.Write(grid, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}

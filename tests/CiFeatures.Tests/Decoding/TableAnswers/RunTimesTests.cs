using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Times of runs that cannot be right are kept and noted once.</summary>
public class RunTimesTests
{
    [Theory]
    [InlineData("1603835483000,1603835484000", 1, 1)]
    [InlineData("1603835484000,0,1603835485000,1603835483000", 2, 1)]
    [InlineData("1603835484,1603835485,1603835486000", 1, 2)]
    [InlineData("0,1603835484000,0,0,1603835483000,1603835483001", 5, 1)]
    public void Read_RunsNotNewestFirst_NotesTheFirstPlace(string times, int run, int count)
    {
        JobGrid grid = Answers.TableWithIssue($$"""{"timestamps":[{{times}}],"tests":[]}""", DecodingCodes.RunOrder, DecodeRepair.Noted, out DecodeIssue issue);

        issue.Position.ShouldBe($"run {run}");
        issue.Message.ShouldContain($"but {count} of {grid.Runs.Count} start after");
        (grid.Runs.TimesMs[run] > grid.Runs.TimesMs[0] || grid.Runs.TimesMs[0] == 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("0,0,0")]
    [InlineData("1603835484000,1603835484000,1603835483999")]
    [InlineData("1603835484000,0,1603835483000,0")]
    [InlineData("4102444799999,631152000000")]
    public void Read_RunsNewestFirst_NotesNothing(string times) => Answers.CleanTable($$"""{"timestamps":[{{times}}],"tests":[]}""");

    [Theory]
    [InlineData("1603835484000,0,5,1", 2, 2, 5000, "1970-01-01T00:00:05Z")]
    [InlineData("1603835484000,631151999", 1, 1, 631_151_999_000, "1989-12-31T23:59:59Z")]
    [InlineData("4102444800000,1603835484000", 0, 1, 4_102_444_800_000, "2100-01-01T00:00:00Z")]
    public void Read_ImplausibleTimes_AreKeptAndNotedOnce(string times, int run, int count, long kept, string shown)
    {
        JobGrid grid = Answers.TableWithIssue($$"""{"timestamps":[{{times}}],"tests":[]}""", DecodingCodes.ImplausibleTime, DecodeRepair.Noted, out DecodeIssue issue);

        grid.Runs.TimesMs[run].ShouldBe(kept);
        issue.Position.ShouldBe($"run {run}");
        issue.Message.ShouldStartWith($"{count} of {grid.Runs.Count} runs start before 1990 or after 2099");
        issue.Message.ShouldContain(shown);
    }

    [Fact]
    public void Read_ImplausibleTimeOfAnAlert_IsKeptAndNoted()
    {
        JobGrid grid = Answers.TableWithIssue(
            """{"timestamps":[1603835484000],"tests":[{"name":"a","statuses":[12,1],"alert":{"fail-time":7,"pass-time":0}}]}""",
            DecodingCodes.ImplausibleTime, DecodeRepair.Noted, out DecodeIssue issue);

        grid.Tests[0].Alert!.FailTimeMs.ShouldBe(7000);
        issue.Test.ShouldBe("a");
        issue.Position.ShouldStartWith("alert.fail-time, byte ");
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;
using CiFeatures.Reporting.Grids;

namespace CiFeatures.Tests.Reporting.Grids;

public class TestFactsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(25)]
    public void Of_AnyGrid_MarksAsStaleWhatTheJudgementCallsStale(int runs)
    {
        JobGrid grid = SampleGrids.Of([.. Enumerable.Range(0, runs + 1).Select(blanks => ($"t{blanks}", new string(' ', blanks).PadRight(runs, 'P')))]);

        bool[] marked = [.. TestFacts.Of(grid).Select(t => t.IsStale)];

        marked.ShouldBe(JobJudge.Judge(grid, new JudgementOptions()).StaleRows);
        marked.Count(stale => stale).ShouldBe(Math.Max(0, runs - 9));
    }
}

using CiFeatures.Features.Streaks;

namespace CiFeatures.Tests.Features.Streaks;

public class ResultStreaksTests
{
    // P pass, F fail, K flaky, . blank, R running, U unknown; newest first.
    [Theory]
    [InlineData("", 0, 0, 0, 0)]
    [InlineData("....", 0, 0, 0, 0)]
    [InlineData("FFF", 3, 3, 3, 1)]
    [InlineData("F.F.F", 3, 1, 3, 1)]
    [InlineData("FRUF", 2, 1, 2, 1)]
    [InlineData("FFKFFF", 3, 3, 2, 2)]
    [InlineData("PFFP", 2, 2, 0, 1)]
    [InlineData("KFF", 2, 2, 0, 1)]
    [InlineData("F.P.FFFF", 4, 4, 1, 2)]
    public void Of_FailingResults_CountsStreaksOverBlanks(string row, int longest, int adjacent, int current, int streaks)
    {
        ResultStreaks result = ResultStreaks.Of(Cells(row));

        result.LongestFail.ShouldBe(longest);
        result.LongestAdjacentFail.ShouldBe(adjacent);
        result.CurrentFail.ShouldBe(current);
        result.FailStreaks.ShouldBe(streaks);
    }

    // Read from the right (oldest) to the left (newest).
    [Theory]
    [InlineData("FP", 1, 0, 1)]
    [InlineData("PF", 0, 1, 1)]
    [InlineData("F.P", 1, 0, 1)]
    [InlineData("FKP", 0, 0, 0)]
    [InlineData("PFPFP", 2, 2, 4)]
    [InlineData("PPPP", 0, 0, 3)]
    public void Of_Changes_CountsFlipsByDirectionInTime(string row, int passToFail, int failToPass, int pairs)
    {
        ResultStreaks result = ResultStreaks.Of(Cells(row));

        result.PassToFail.ShouldBe(passToFail);
        result.FailToPass.ShouldBe(failToPass);
        result.FlipPairs.ShouldBe(pairs);
    }

    [Fact]
    public void Of_Places_AreRunsFromTheNewest()
    {
        ResultStreaks result = ResultStreaks.Of(Cells("..FFPPF."));

        result.NewestFilled.ShouldBe(2);
        result.OldestFilled.ShouldBe(6);
        result.NewestFail.ShouldBe(2);
        result.NewestPass.ShouldBe(4);
        result.BlankAtNewestEnd.ShouldBe(2);
        result.CurrentPass.ShouldBe(0);
        result.LongestPass.ShouldBe(2);
    }

    [Fact]
    public void Of_AllBlank_HasNoPlaces()
    {
        ResultStreaks result = ResultStreaks.Of(Cells("..."));

        result.NewestFilled.ShouldBe(-1);
        result.NewestPass.ShouldBe(-1);
        result.BlankAtNewestEnd.ShouldBe(3);
    }

    private static byte[] Cells(string row) => [.. row.Select(c => c switch { 'P' => (byte)1, 'F' => (byte)12, 'K' => (byte)13, 'R' => (byte)4, 'U' => (byte)6, _ => (byte)0 })];
}

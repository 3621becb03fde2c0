using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class StaleRuleTests
{
    [Theory]
    [InlineData("000", 3, true)]
    [InlineData("0001", 3, true)]
    [InlineData("0011", 3, false)]
    [InlineData("1000", 3, false)]
    [InlineData("00", 3, false)]
    [InlineData("0", 1, true)]
    [InlineData("", 3, true)]
    [InlineData("1", 0, false)]
    public void IsStale_LeadingBlanks_DecideAgainstTheRecentRuns(string cells, int recent, bool expected)
    {
        byte[] statuses = [.. cells.Select(c => (byte)(c - '0'))];

        StaleRule.IsStale(statuses, recent).ShouldBe(expected);
    }

    [Fact]
    public void RecentRuns_PublishedNumber_HoldsWhenAboveZero()
    {
        StaleRule.RecentRuns(new GridInfo()).ShouldBe(10);
        StaleRule.RecentRuns(new GridInfo { StaleTestThreshold = Published<int>.Null }).ShouldBe(10);
        StaleRule.RecentRuns(new GridInfo { StaleTestThreshold = Published<int>.Of(0) }).ShouldBe(10);
        StaleRule.RecentRuns(new GridInfo { StaleTestThreshold = Published<int>.Of(7) }).ShouldBe(7);
    }
}

using CiFeatures.Core.Summaries;

namespace CiFeatures.Tests.Core.Summaries;

public class TabStatusesTests
{
    [Fact]
    public void TryParse_EveryPublishedName_ComesBack()
    {
        foreach (TabStatus status in Enum.GetValues<TabStatus>().Where(s => s > TabStatus.Unknown))
        {
            TabStatuses.Name(status).ShouldNotBeEmpty();
            TabStatuses.TryParse(TabStatuses.Name(status), out TabStatus parsed).ShouldBeTrue();
            parsed.ShouldBe(status);
        }
    }

    [Fact]
    public void TryParse_OtherTexts_AreNotGuessed()
    {
        TabStatuses.TryParse("", out TabStatus empty).ShouldBeTrue();
        empty.ShouldBe(TabStatus.Unknown);
        TabStatuses.TryParse("passing", out _).ShouldBeFalse();
        TabStatuses.Name(TabStatus.NotSet).ShouldBe("");
    }
}

using CiFeatures.Collection.TestGrid.Legacy;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.TestGrid.Legacy;

public class LegacyUrlsTests
{
    [Theory]
    [InlineData("https://testgrid.k8s.io")]
    [InlineData("https://testgrid.k8s.io/")]
    public void Table_PlainNames_IsTheAddressOfTheLegacySite(string site)
    {
        new LegacyUrls(new Uri(site)).Table(new JobKey("d", "j")).AbsoluteUri
            .ShouldBe("https://testgrid.k8s.io/d/table?&show-stale-tests=&tab=j&graph-metrics=test-duration-minutes");
    }

    [Fact]
    public void Summary_SiteWithAPath_KeepsIt()
    {
        new LegacyUrls(new Uri("http://localhost:1/a/b/")).Summary("d").AbsoluteUri.ShouldBe("http://localhost:1/a/b/d/summary");
    }

    [Theory]
    [InlineData("a/../b", "/a%2F..%2Fb/summary")]
    [InlineData("a b?c#d%41", "/a%20b%3Fc%23d%2541/summary")]
    [InlineData("\u00E9", "/%C3%A9/summary")]
    public void Summary_StrangeName_StaysOneSegment(string dashboard, string path)
    {
        new LegacyUrls(new Uri("http://h")).Summary(dashboard).AbsoluteUri.ShouldBe("http://h" + path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Summary_NameThatIsAWay_IsRefused(string dashboard)
    {
        Should.Throw<CiFeaturesException>(() => new LegacyUrls(new Uri("http://h")).Summary(dashboard)).Code.ShouldBe("CIF1236");
    }
}

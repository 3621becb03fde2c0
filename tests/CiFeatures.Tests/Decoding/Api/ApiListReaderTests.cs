using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

public class ApiListReaderTests
{
    [Fact]
    public void ReadDashboards_EntriesWithoutName_AreLeftOutAndReported()
    {
        List<DecodeIssue> issues = [];
        IReadOnlyList<ApiResource> found = ApiListReader.ReadDashboards("""{"dashboards":[{"name":"b","new":1},{"link":"/x"},"c",{"name":"a","dashboardGroupName":"g","link":null}]}"""u8, issues);

        found.ShouldBe([new("b", "", null), new("a", "", "g")]);
        issues.Select(i => i.Code).ShouldBe([DecodingCodes.ApiEntry, DecodingCodes.ApiEntry]);
    }

    [Fact]
    public void ReadTabs_AnswerOfAnotherRoute_IsAClearError()
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => ApiListReader.ReadTabs("""{"dashboards":[{"name":"a"}]}"""u8, []));

        error.Code.ShouldBe(DecodingCodes.NotAnApiAnswer);
        error.Message.ShouldContain("\"dashboard_tabs\"");
        error.Message.ShouldContain("\"dashboards\"");
    }

    [Fact]
    public void ReadDashboards_MoreThanTheLimit_IsRefused()
    {
        string many = "{\"dashboards\":[" + string.Join(',', Enumerable.Repeat("{}", 11)) + "]}";

        Should.Throw<CiFeaturesException>(() => ApiListReader.ReadDashboards(Encoding.UTF8.GetBytes(many), [], new DecodeLimits { MaxTests = 10 })).Code.ShouldBe(DecodingCodes.TooLarge);
    }
}

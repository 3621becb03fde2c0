using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class TestNamesTests
{
    [Theory]
    [InlineData("openshift-tests.[sig-storage] In-tree Volumes [Driver: nfs]", "openshift-tests", "sig-storage")]
    [InlineData("operator.Run multi-stage test", "operator", null)]
    [InlineData("Overall", null, null)]
    [InlineData("[sig-arch] Only known images. Really", null, "sig-arch")]
    [InlineData("Cluster upgrade.[sig-cluster-lifecycle] Cluster", null, "sig-cluster-lifecycle")]
    [InlineData("[sig-open", null, null)]
    public void SuiteAndSig_PublishedNames_AreFound(string name, string? suite, string? sig)
    {
        TestNames.Suite(name).ShouldBe(suite);
        TestNames.Sig(name).ShouldBe(sig);
    }
}

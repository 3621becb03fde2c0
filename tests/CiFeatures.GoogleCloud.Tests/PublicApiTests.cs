using CiFeatures.Tests.PublicApi;

namespace CiFeatures.GoogleCloud.Tests;

/// <summary>What the library offers to others changes only on purpose.</summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi_OfTheLibrary_IsTheApprovedOne()
    {
        Approval.Check(ApiText.Of(typeof(GoogleCloudArtifactStore).Assembly), "tests", "CiFeatures.GoogleCloud.Tests", "CiFeatures.GoogleCloud");
    }
}

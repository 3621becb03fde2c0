namespace CiFeatures.Tests.Support;

public class SharedDataTests
{
    [SkippableFact]
    public void PathOrSkip_AbsentFolder_Skips()
    {
        Should.Throw<SkipException>(() => SharedData.PathOrSkip("no", "such", "folder"));
    }
}

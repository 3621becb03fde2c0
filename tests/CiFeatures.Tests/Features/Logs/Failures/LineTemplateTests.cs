using CiFeatures.Features.Logs.Failures;

namespace CiFeatures.Tests.Features.Logs.Failures;

public class LineTemplateTests
{
    [Theory]
    [InlineData("took 12 ms", "took # ms")]
    [InlineData("took 1706ms", "took #ms")]
    [InlineData("namespace ci-op-d706z gone", "namespace ci-op-# gone")]
    [InlineData("pod web-6gnbx", "pod web-#")]
    [InlineData("sha256:77fa8d0038ec", "sha#:#")]
    [InlineData("k8s e2e", "k8s e2e")]
    [InlineData("org.opentest4j.X", "org.opentest#j.X")]
    [InlineData("a   b\tc", "a b c")]
    [InlineData("deadbeef", "deadbeef")]
    [InlineData("", "")]
    public void Text_Message_LeavesOutWhatChanges(string content, string template) => LineTemplate.Text(content).ShouldBe(template);

    [Theory]
    [InlineData("build 12 failed after 3.1s", "build 7 failed after 12.0s", true)]
    [InlineData("cannot read a", "cannot read b", false)]
    [InlineData("1 error", "error 1", false)]
    public void Hash_IsEqual_WhereTemplatesAre(string a, string b, bool equal) => (LineTemplate.Hash(a) == LineTemplate.Hash(b)).ShouldBe(equal);
}

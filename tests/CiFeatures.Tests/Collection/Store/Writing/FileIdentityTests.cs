using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Writing;

namespace CiFeatures.Tests.Collection.Store.Writing;

public class FileIdentityTests
{
    [SkippableFact]
    public void Of_LinkedFile_CountsItsNames()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("a"), "12345");
        Skip.If(FileIdentity.Of(folder.PathOf("a")) is null, "This system does not tell how many names a file has.");
        FileIdentity.Of(folder.PathOf("a"))!.Value.Links.ShouldBe(1u);
        NativeLinks.TryCreate(folder.PathOf("a"), folder.PathOf("b")).ShouldBeTrue();
        File.WriteAllText(folder.PathOf("c"), "12345");
        FileIdentity a = FileIdentity.Of(folder.PathOf("a"))!.Value;
        FileIdentity b = FileIdentity.Of(folder.PathOf("b"))!.Value;
        a.Links.ShouldBe(2u);
        a.Bytes.ShouldBe(5);
        a.IsSameFile(b).ShouldBeTrue();
        a.IsSameFile(FileIdentity.Of(folder.PathOf("c"))!.Value).ShouldBeFalse();
        using FileStream open = File.OpenRead(folder.PathOf("b"));
        FileIdentity.Of(open.SafeFileHandle)!.Value.IsSameFile(a).ShouldBeTrue();
        FileIdentity.Of(folder.PathOf("none")).ShouldBeNull();
    }
}

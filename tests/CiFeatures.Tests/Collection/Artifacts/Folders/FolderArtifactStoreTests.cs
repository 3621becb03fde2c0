using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Artifacts.Folders;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Artifacts.Folders;

public class FolderArtifactStoreTests
{
    [Theory]
    [InlineData("logs/j/1")]
    [InlineData("j/1")]
    public async Task ListAsync_WithAndWithoutLogs_GivesTheSame(string build)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine([folder.PathOf(""), .. build.Split('/')]);
        Directory.CreateDirectory(Path.Combine(path, "artifacts"));
        await File.WriteAllTextAsync(Path.Combine(path, "started.json"), "{}");
        using var store = new FolderArtifactStore(folder.PathOf(""));

        ArtifactPage page = await store.ListAsync(new ArtifactListRequest("logs/j/1/"), CancellationToken.None);

        page.Objects.ShouldHaveSingleItem().ShouldBe(new ArtifactObject("logs/j/1/started.json") { Bytes = 2 });
        page.Folders.ShouldBe(["logs/j/1/artifacts/"]);
        (await store.ListAsync(new ArtifactListRequest("logs/"), CancellationToken.None)).Folders.ShouldBe(["logs/j/"]);
    }

    [Theory]
    [InlineData("logs/../secret")]
    [InlineData("logs/j/../../secret")]
    [InlineData("../secret")]
    [InlineData("logs/nothing")]
    [InlineData("pr-logs/x")]
    public async Task OpenAsync_WhatIsNotBelow_IsNotThere(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("bucket/j"));
        await File.WriteAllTextAsync(folder.PathOf("secret"), "x");
        using var store = new FolderArtifactStore(folder.PathOf("bucket"));

        (await store.OpenAsync(new ArtifactOpenRequest(name), CancellationToken.None)).ShouldBeNull();
        (await store.FindAsync(name, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task ListAsync_Links_AreToldAndNotFollowed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("bucket/logs/j"));
        await File.WriteAllTextAsync(folder.PathOf("secret"), "x");
        File.CreateSymbolicLink(folder.PathOf("bucket/logs/j/link"), folder.PathOf("secret"));
        using var store = new FolderArtifactStore(folder.PathOf("bucket"));

        ArtifactPage page = await store.ListAsync(new ArtifactListRequest("logs/j/"), CancellationToken.None);

        page.Objects.ShouldBeEmpty();
        page.Foul.ShouldBe(["logs/j/link"]);
        (await store.OpenAsync(new ArtifactOpenRequest("logs/j/link"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public void Constructor_NoSuchFolder_SaysSo() =>
        Should.Throw<CiFeaturesException>(() => new FolderArtifactStore("/nowhere/at/all")).Code.ShouldBe("CIF1247");
}

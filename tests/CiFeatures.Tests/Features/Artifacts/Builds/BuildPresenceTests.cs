using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;

namespace CiFeatures.Tests.Features.Artifacts.Builds;

public class BuildPresenceTests
{
    private readonly BuildPresence _listed = Of([MemoryBuilds.Listing("", "artifacts/", "log"), MemoryBuilds.Listing("artifacts/", "a/", "b")]);

    [Theory]
    [InlineData("log", true)]
    [InlineData("artifacts", false)]
    [InlineData("other", false)]
    [InlineData("artifacts/b", true)]
    [InlineData("artifacts/c", false)]
    [InlineData("artifacts/a/x", null)]
    [InlineData("artifacts/c/x/y", false)]
    [InlineData("log/x", false)]
    public void Has_ByListing_IsKnownAsFarAsFoldersWereListed(string path, bool? expected)
    {
        _listed.Has(path).ShouldBe(expected);
    }

    [Fact]
    public void Has_FileThatWasAskedFor_GoesBeforeTheListing()
    {
        BuildPresence presence = Of([MemoryBuilds.Listing("", "log")], new BuildFile("log", null), new BuildFile("late", 0));

        presence.Has("log").ShouldBe(false);
        presence.Has("late").ShouldBe(true);
    }

    [Fact]
    public void Has_WithoutListing_IsNotKnown()
    {
        Of([]).Has("log").ShouldBeNull();
        Of([]).Entries("artifacts/").ShouldBeNull();
    }

    [Fact]
    public void Entries_FolderThatIsNotThere_AreNone()
    {
        Of([MemoryBuilds.Listing("", "log")]).Entries("artifacts/").ShouldNotBeNull().ShouldBeEmpty();
        _listed.Entries("artifacts/a/").ShouldBeNull("it is there and nobody looked into it");
    }

    private static BuildPresence Of(IReadOnlyList<BuildListing> listings, params BuildFile[] files) =>
        new(new BuildRecord { Key = new("a", "1"), Listings = listings, Files = files });
}

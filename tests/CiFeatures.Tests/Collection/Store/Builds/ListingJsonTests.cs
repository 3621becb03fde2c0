using System.Text;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store.Builds;

public class ListingJsonTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameInOrdinalOrder()
    {
        DateTimeOffset at = new(2026, 6, 13, 3, 23, 12, TimeSpan.Zero);
        StoredListing listing = new("gs://b/logs/j/1/", [new("artifacts/", []), new("", [new("z", false, 12, at), new("a\u0001ü", true)])]);

        byte[] json = ListingJson.Write(listing);
        StoredListing read = ListingJson.Read(json);

        read.Address.ShouldBe("gs://b/logs/j/1/");
        read.Folders.Select(f => f.Folder).ShouldBe(["", "artifacts/"]);
        read.Folders[0].Entries.ShouldBe([new("a\u0001ü", true), new("z", false, 12, at)]);
        ListingJson.Write(read).ShouldBe(json);
    }

    [Fact]
    public void Read_ByHand_IsRead() =>
        ListingJson.Read("""{"schema":"cifeatures/build-listing/v1","address":"","folders":[{"folder":"","entries":[{"name":"x","folder":false}]}]}"""u8)
            .Folders[0].Entries.ShouldBe([new ListingEntry("x", false)]);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"schema":"cifeatures/build-listing/v2","address":"","folders":[]}""")]
    [InlineData("""{"schema":"cifeatures/build-listing/v1","address":"","folders":[null]}""")]
    [InlineData("""{"schema":"cifeatures/build-listing/v1","address":"","folders":[{"folder":"x","entries":[]}]}""")]
    [InlineData("""{"schema":"cifeatures/build-listing/v1","address":"","folders":[{"folder":"","entries":[{"name":"a/b","folder":false}]}]}""")]
    [InlineData("""{"schema":"cifeatures/build-listing/v1","address":"","folders":[{"folder":"","entries":[{"name":"a","folder":false,"bytes":-1}]}]}""")]
    public void Read_SomethingElse_IsAnError(string json) =>
        Should.Throw<CiFeaturesException>(() => ListingJson.Read(Encoding.UTF8.GetBytes(json))).Code.ShouldBe("CIF1245");
}

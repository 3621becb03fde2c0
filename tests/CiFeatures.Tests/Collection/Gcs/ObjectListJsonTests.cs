using System.Text;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Gcs;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Gcs;

public class ObjectListJsonTests
{
    [Fact]
    public void ReadPage_NumbersAsTexts_AreRead()
    {
        ArtifactPage page = Read("""
            {"kind":"storage#objects","nextPageToken":"t=","prefixes":["logs/j/1/artifacts/"],"items":[
            {"name":"logs/j/1/started.json","size":"12","generation":"1622547800123456","md5Hash":"1B2M2Y8AsgTpgAmY7PhCfg==","crc32c":"4waSgw==","updated":"2021-06-01T11:43:20.123Z","contentEncoding":"gzip","metadata":{"x-goog-meta-link":"gs://b/x"}}]}
            """);

        page.Next.ShouldBe("t=");
        page.Folders.ShouldBe(["logs/j/1/artifacts/"]);
        page.Objects.ShouldHaveSingleItem().ShouldBe(new ArtifactObject("logs/j/1/started.json")
        {
            Bytes = 12,
            Generation = "1622547800123456",
            Md5 = "d41d8cd98f00b204e9800998ecf8427e",
            Crc32C = 0xE3069283,
            Modified = new DateTimeOffset(2021, 6, 1, 11, 43, 20, 123, TimeSpan.Zero),
            ContentEncoding = "gzip",
            Link = "gs://b/x",
        });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"storage#objects\"}")]
    [InlineData("{\"items\":[],\"prefixes\":[]}")]
    [InlineData("{\"items\":null}")]
    public void ReadPage_WithoutLists_IsEmpty(string json)
    {
        ArtifactPage page = Read(json);

        page.Objects.ShouldBeEmpty();
        page.Folders.ShouldBeEmpty();
        page.Next.ShouldBeNull();
    }

    [Fact]
    public void ReadPage_NamesThatLeaveTheFolder_AreFoul()
    {
        ArtifactPage page = Read("""
            {"items":[{"name":"logs/j/1/../2/x"},{"name":"logs/j/1/a/b"},{"name":"other"},{"name":"logs/j/1/\u0001"},{"name":"logs/j/1/ok"},{"size":"1"},{"name":"logs/j/1/"}],
            "prefixes":["logs/j/1/../","logs/j/2/","logs/j/1/x"]}
            """);

        page.Objects.Select(o => o.Name).ShouldBe(["logs/j/1/ok"]);
        page.Folders.ShouldBeEmpty();
        page.Foul.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"items\":{}}")]
    [InlineData("{\"kind\":\"storage#object\"}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}")]
    public void ReadPage_SomethingElse_IsAnErrorThatNamesTheAddress(string json)
    {
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => Read(json));
        e.Code.ShouldBe("CIF1246");
        e.Place.ShouldBe("http://x/o");
    }

    private static ArtifactPage Read(string json) => ObjectListJson.ReadPage(Encoding.UTF8.GetBytes(json), new ArtifactListRequest("logs/j/1/"), "http://x/o");
}

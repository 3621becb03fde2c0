using System.Text;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Gcsweb;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Gcsweb;

public class ListingPageTests
{
    private const string Folder = "logs/j/1/";

    [Fact]
    public void Read_EntriesWithAndWithoutBlanksAndSlashes_AreRead()
    {
        ArtifactPage page = Read("""
            <html><head><title>GCS browser</title><style>li a {}</style></head><body><ul>
            <li class="grid-row"><div><a href="/gcs/b/logs/j/"><img src="/icons/back.png"> ..</a></div><div>-</div><div>-</div></li>
            <li class="grid-row"><div><a href="/gcs/b/logs/j/1/artifacts/"><img src="/icons/dir.png"> artifacts/</a></div><div>-</div><div>-</div></li>
            <li class="grid-row"><div><a href="/gcs/b/logs/j/1/build-log.txt"><img> build-log.txt</a></div><div>1861</div><div>Sat, 01 Jan 2000 22:00:00 UTC</div></li>
            <li><a href="finished.json">finished.json</a></li>
            <li><a href="https://storage.googleapis.com/b/logs/j/1/started%20now.json">started now.json</a><span>12</span></li>
            </ul><details>by <a href="https://cloud.google.com/storage/docs/gsutil">gsutil</a></details></body></html>
            """);

        page.Folders.ShouldBe(["logs/j/1/artifacts/"]);
        page.Objects.ShouldBe(
        [
            new ArtifactObject("logs/j/1/build-log.txt") { Bytes = 1861, Modified = new DateTimeOffset(2000, 1, 1, 22, 0, 0, TimeSpan.Zero) },
            new ArtifactObject("logs/j/1/finished.json"),
            new ArtifactObject("logs/j/1/started now.json") { Bytes = 12 },
        ]);
        page.Foul.ShouldBeEmpty();
        page.Next.ShouldBeNull();
    }

    [Theory]
    [InlineData("<a href=\"/gcs/b/logs/j/1/../2/\"> ../2/</a>")]
    [InlineData("<a href=\"/gcs/b/logs/j/1/%2e%2e/x\">x</a>")]
    [InlineData("<a href=\"../../secret\">secret</a>")]
    [InlineData("<a href=\"/gcs/b/logs/j/1/a%2Fb\">a</a>")]
    [InlineData("<a href=\"/gcs/b/logs/j/1/a%5Cb\">a</a>")]
    [InlineData("<a href=\"/gcs/b/logs/j/1/a%0Ab\">a</a>")]
    [InlineData("<a href=\"/gcs/b/logs/j/1/a/b\">b</a>")]
    [InlineData("<a href=\"..\\x\">x</a>")]
    public void Read_NamesThatClimb_AreToldAndNotFollowed(string link)
    {
        ArtifactPage page = Read($"<ul><li>{link}</li><li><a href=\"ok\">ok</a></li></ul>");

        page.Foul.Count.ShouldBe(1);
        page.Objects.ShouldHaveSingleItem().Name.ShouldBe("logs/j/1/ok");
        page.Folders.ShouldBeEmpty();
    }

    [Fact]
    public void Read_NextPage_SaysWhereItBegins()
    {
        Read("<a href=\"/gcs/b/logs/j/1/?marker=logs%2Fj%2F1%2Fx+y\">Next page</a>").Next.ShouldBe("logs/j/1/x y");
        Read("<a href=\"?marker=abc\">Next page</a>").Next.ShouldBe("abc");
        Read("<a href=\"/gcs/b/other/?marker=abc\">Next page</a>").Next.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("NoSuchKey")]
    [InlineData("{\"kind\":\"storage#objects\"}")]
    public void Read_NoPage_IsAnError(string text) => Should.Throw<CiFeaturesException>(() => Read(text)).Code.ShouldBe("CIF1246");

    [Fact]
    public void Read_DeepNestingAndBrokenMarkup_IsReadInLittleTime()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 200_000)) + "<a href=\"x\">x";

        Read(deep).Objects.ShouldHaveSingleItem().Name.ShouldBe("logs/j/1/x");
    }

    [SkippableFact]
    public void Read_RealPages_GivesTheirEntries()
    {
        ArtifactPage gcs = RealPage("expected-3.html", "test-bucket", "pr-logs/12345/");
        gcs.Folders.ShouldBe(["pr-logs/12345/1/", "pr-logs/12345/2/"]);
        gcs.Objects.Select(o => (o.Name, o.Bytes, o.Modified?.Hour)).ShouldBe([("pr-logs/12345/file1", 0L, 0), ("pr-logs/12345/file2", 0L, 22), ("pr-logs/12345/file3", 0L, 23)]);
        gcs.Foul.ShouldBeEmpty();

        ArtifactPage clusters = RealPage("clusters_listing.html", "kubernetes-ci-logs", "logs/periodic-cluster-api-provider-azure-e2e-main/1234567890/artifacts/clusters/");
        clusters.Folders.Select(f => f.Split('/')[^2]).ShouldBe(["bootstrap", "capz-e2e-abc123-ha", "capz-e2e-abc123-ipv6"]);

        ArtifactPage machines = RealPage("machines_listing.html", "kubernetes-ci-logs", "x/machines/");
        machines.Folders.Count.ShouldBe(2);
        machines.Foul.ShouldBeEmpty();
    }

    private static ArtifactPage RealPage(string file, string bucket, string folder) =>
        ListingPage.Read(File.ReadAllBytes(SharedData.PathOrSkip("data", "prow", "gcsweb-html", file)), new Uri($"https://gcsweb.example/gcs/{bucket}/{folder}"), bucket, folder);

    private static ArtifactPage Read(string html) => ListingPage.Read(Encoding.UTF8.GetBytes(html), new Uri("http://gcsweb/gcs/b/" + Folder), "b", Folder);
}

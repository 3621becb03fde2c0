using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Gcsweb;

/// <summary>The pages by which gcsweb shows a bucket's folders, and the files that they link to.</summary>
internal sealed class GcswebSite(Buckets buckets, int mostOnPage = GcswebSite.MostOnPage) : IReplaySite
{
    private const int MostOnPage = 1000;
    private const string Root = "gcs";

    public ReplayAnswer? Answer(RequestTarget target) => target.Path switch
    {
        [Root, var name, .. var rest] when buckets.Find(name) is { } bucket => In(bucket, string.Join('/', rest), target),
        [Root, _, ..] => ReplayAnswer.NotFound("there is no such bucket"),
        _ => null,
    };

    private ReplayAnswer In(OneBucket bucket, string path, RequestTarget target) =>
        path.Length == 0 || path.EndsWith('/') ? Folder(bucket, path, target.Query("marker", plusIsBlank: true) ?? "") : File(bucket, path);

    private ReplayAnswer Folder(OneBucket bucket, string folder, string marker)
    {
        BucketPage page = NameListing.Page(bucket.Objects.Names, new BucketListing(folder, "/", marker, mostOnPage));
        if (page.Names.Count + page.Prefixes.Count == 0 && marker.Length == 0 && !HasFolder(bucket, folder))
        {
            return ReplayAnswer.NotFound("there is nothing in this folder");
        }

        return new ReplayAnswer
        {
            ContentType = ReplayAnswer.Html,
            Body = new MadeBody(GcswebPage.Write(bucket.Name, folder, page, page.Names.Select(n => bucket.Objects.Find(n)!))),
            LastModified = buckets.Created,
        };
    }

    private static ReplayAnswer File(OneBucket bucket, string name) => bucket.Objects.Find(name) switch
    {
        { Body: not null } found => BucketMedia.Of(found, bucket.Facts.Of(found)),
        null when HasFolder(bucket, name + "/") => ReplayAnswer.Line(301, "301 this is a folder") with { Headers = [("Location", GcswebPage.Link(bucket.Name, name + "/"))] },
        _ => ReplayAnswer.NotFound("the bucket has no such object"),
    };

    private static bool HasFolder(OneBucket bucket, string folder) =>
        NameListing.Page(bucket.Objects.Names, new BucketListing(folder, "", "", 1)).Names.Count > 0 || Array.BinarySearch(bucket.Objects.Names, folder, NameListing.Order) >= 0;
}

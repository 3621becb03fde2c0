using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The JSON API of a cloud's buckets, for reading, and the plain addresses of their objects.</summary>
internal sealed class BucketSite(Buckets buckets) : IReplaySite
{
    private const int MostOnPage = 1000;

    public ReplayAnswer? Answer(RequestTarget target) => target.Path switch
    {
        ["storage", "v1", "b", var name] => Of(name, b => BucketJson.Bucket(b.Name, buckets.Created)),
        ["storage", "v1", "b", var name, "o"] => Of(name, b => List(b, target)),
        ["storage", "v1", "b", var name, "o", ""] => Of(name, b => List(b, target)),
        ["storage", "v1", "b", var name, "o", .. var rest] => Of(name, b => Object(b, target, string.Join('/', rest), target.Query("alt") == "media")),
        ["download", "storage", "v1", "b", var name, "o", .. var rest] => Of(name, b => Object(b, target, string.Join('/', rest), media: true)),
        [var name, _, ..] when buckets.Find(name) is { } bucket => Plain(bucket, target),
        _ => null,
    };

    private ReplayAnswer Of(string name, Func<OneBucket, ReplayAnswer> answer) =>
        buckets.Find(name) is { } bucket ? answer(bucket) : BucketJson.Error(404, "notFound", $"The bucket '{name}' does not exist.");

    private static ReplayAnswer List(OneBucket bucket, RequestTarget target)
    {
        int most = MostOnPage;
        if (target.Query("maxResults") is { Length: > 0 } asked && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most == 0))
        {
            return BucketJson.Error(400, "invalid", $"'{asked}' is not a number of results.");
        }

        string after = "";
        if (target.Query("pageToken") is { Length: > 0 } token && !TryReadToken(token, out after))
        {
            return BucketJson.Error(400, "invalid", "The page token is not one of this server.");
        }

        if (FieldMask.TryParse(target.Query("fields")) is not { } mask)
        {
            return BucketJson.Error(400, "invalidParameter", $"'{target.Query("fields")}' is not a selection of fields.");
        }

        BucketPage page = NameListing.Page(bucket.Objects.Names, new BucketListing(target.Query("prefix") ?? "", target.Query("delimiter") ?? "", after, Math.Min(most, MostOnPage))
        {
            From = target.Query("startOffset") ?? "",
            Before = target.Query("endOffset") ?? "",
        });
        (BucketObject Object, ObjectFacts? Facts)[] items = new (BucketObject, ObjectFacts?)[page.Names.Count];
        bool wantsFacts = mask.Inside("items") is { } item && BucketJson.NeedsFacts(item);
        Parallel.For(0, items.Length, i =>
        {
            BucketObject found = bucket.Objects.Find(page.Names[i])!;
            items[i] = (found, found.Body is not null && (wantsFacts || found.Bytes is null) ? bucket.Facts.Of(found) : null);
        });
        return BucketJson.Listing(bucket.Name, mask, page, items, page.Next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page.Next)));
    }

    private static ReplayAnswer Object(OneBucket bucket, RequestTarget target, string name, bool media)
    {
        if (bucket.Objects.Find(name) is not { Body: not null } found)
        {
            return BucketJson.Error(404, "notFound", $"No such object: {bucket.Name}/{name}");
        }

        ObjectFacts facts = bucket.Facts.Of(found);
        if (target.Query("generation") is { } generation && generation != facts.Generation)
        {
            return BucketJson.Error(404, "notFound", $"No such object: {bucket.Name}/{name} of generation {generation}");
        }

        if (target.Query("ifGenerationMatch") is { } match && match != facts.Generation)
        {
            return BucketJson.Error(412, "conditionNotMet", "The object has another generation.");
        }

        if (FieldMask.TryParse(target.Query("fields")) is not { } mask)
        {
            return BucketJson.Error(400, "invalidParameter", $"'{target.Query("fields")}' is not a selection of fields.");
        }

        return media ? BucketMedia.Of(found, facts, hashesInOne: true) : BucketJson.Metadata(bucket.Name, mask, found, facts);
    }

    private static ReplayAnswer Plain(OneBucket bucket, RequestTarget target)
    {
        string name = string.Join('/', target.Path.Skip(1));
        if (bucket.Objects.Find(name) is not { Body: not null } found)
        {
            return ReplayAnswer.NotFound("the bucket has no such object");
        }

        ObjectFacts facts = bucket.Facts.Of(found);
        return target.Query("generation") is { } generation && generation != facts.Generation
            ? ReplayAnswer.NotFound("the bucket has no such generation of this object")
            : BucketMedia.Of(found, facts);
    }

    private static bool TryReadToken(string token, out string after)
    {
        after = "";
        if (!Base64Url.IsValid(token))
        {
            return false;
        }

        after = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return after.Length > 0;
    }
}

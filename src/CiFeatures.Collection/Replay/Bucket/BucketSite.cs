using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The JSON API of a cloud bucket, for reading, and the plain addresses of its objects.</summary>
internal sealed class BucketSite(string bucket, DateTimeOffset created, IBucketObjects objects) : IReplaySite
{
    private const int MostOnPage = 1000;
    private readonly ObjectFactsCache _facts = new();

    public ReplayAnswer? Answer(RequestTarget target) => target.Path switch
    {
        ["storage", "v1", "b", var name] => name == bucket ? BucketJson.Bucket(bucket, created) : NoBucket(name),
        ["storage", "v1", "b", var name, "o"] => name == bucket ? List(target) : NoBucket(name),
        ["storage", "v1", "b", var name, "o", ""] => name == bucket ? List(target) : NoBucket(name),
        ["storage", "v1", "b", var name, "o", .. var rest] => name == bucket ? Object(target, string.Join('/', rest), target.Query("alt") == "media") : NoBucket(name),
        ["download", "storage", "v1", "b", var name, "o", .. var rest] => name == bucket ? Object(target, string.Join('/', rest), media: true) : NoBucket(name),
        [var name, _, ..] when name == bucket => Plain(target),
        _ => null,
    };

    private static ReplayAnswer NoBucket(string name) => BucketJson.Error(404, "notFound", $"The bucket '{name}' does not exist.");

    private ReplayAnswer List(RequestTarget target)
    {
        int most = MostOnPage;
        if (target.Query("maxResults") is { Length: > 0 } asked && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most == 0))
        {
            return BucketJson.Error(400, "invalid", $"'{asked}' is not a number of results.");
        }

        string after = "";
        if (target.Query("pageToken") is { Length: > 0 } token)
        {
            if (!TryReadToken(token, out after))
            {
                return BucketJson.Error(400, "invalid", "The page token is not one of this server.");
            }
        }

        BucketPage page = objects.List(new BucketListing(target.Query("prefix") ?? "", target.Query("delimiter") ?? "", after, Math.Min(most, MostOnPage)));
        (BucketObject Object, ObjectFacts Facts)[] items = new (BucketObject, ObjectFacts)[page.Names.Count];
        Parallel.For(0, items.Length, i =>
        {
            BucketObject found = objects.Open(page.Names[i])!;
            items[i] = (found, _facts.Of(found));
        });
        return BucketJson.Listing(bucket, page, items, page.Next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page.Next)));
    }

    private ReplayAnswer Object(RequestTarget target, string name, bool media)
    {
        if (objects.Open(name) is not { } found)
        {
            return BucketJson.Error(404, "notFound", $"No such object: {bucket}/{name}");
        }

        ObjectFacts facts = _facts.Of(found);
        if (target.Query("generation") is { } generation && generation != facts.Generation)
        {
            return BucketJson.Error(404, "notFound", $"No such object: {bucket}/{name} of generation {generation}");
        }

        if (target.Query("ifGenerationMatch") is { } match && match != facts.Generation)
        {
            return BucketJson.Error(412, "conditionNotMet", "The object has another generation.");
        }

        return media ? Media(found, facts) : BucketJson.Metadata(bucket, found, facts);
    }

    private ReplayAnswer Plain(RequestTarget target)
    {
        string name = string.Join('/', target.Path.Skip(1));
        return objects.Open(name) is { } found ? Media(found, _facts.Of(found)) : ReplayAnswer.NotFound("the bucket has no such object");
    }

    private static ReplayAnswer Media(BucketObject found, ObjectFacts facts) => new()
    {
        ContentType = found.ContentType,
        Body = found.Body,
        LastModified = found.Updated,
        EntityTag = facts.EntityTag,
        TakesRanges = true,
        Headers =
        [
            ("Cache-Control", "no-cache"),
            ("x-goog-generation", facts.Generation),
            ("x-goog-metageneration", "1"),
            ("x-goog-stored-content-encoding", "identity"),
            ("x-goog-stored-content-length", facts.Size.ToString(CultureInfo.InvariantCulture)),
            ("x-goog-hash", $"crc32c={facts.Crc32c}"),
            ("x-goog-hash", $"md5={facts.Md5}"),
        ],
    };

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

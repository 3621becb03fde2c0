using System.Buffers;
using System.Text;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Collection.Gcs;

/// <summary>The addresses of a bucket's JSON API.</summary>
internal sealed class GcsUrls
{
    private const string Fields = "name,size,generation,md5Hash,crc32c,updated,contentEncoding,metadata";
    private static readonly SearchValues<char> BucketLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");
    private readonly string _objects;

    /// <summary>Checks the service's address and the bucket's name.</summary>
    /// <param name="api">An absolute address with http or https.</param>
    /// <param name="bucket">The name, with or without <c>gs://</c> before it.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">One of them is not valid (CIF1236).</exception>
    public GcsUrls(Uri api, string bucket)
    {
        string address = BaseAddress.Check(api, "api", "https://storage.googleapis.com");
        Address = new Uri(address);
        Bucket = CheckBucket(bucket);
        _objects = $"{address}/storage/v1/b/{Uri.EscapeDataString(Bucket)}/o";
    }

    /// <summary>Gets the service's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets the bucket's name.</summary>
    public string Bucket { get; }

    /// <summary>The name of a bucket.</summary>
    /// <param name="bucket">The name, with or without <c>gs://</c> before it and a slash after it.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is none (CIF1236).</exception>
    public static string CheckBucket(string bucket)
    {
        string name = (bucket.StartsWith("gs://", StringComparison.Ordinal) ? bucket[5..] : bucket).TrimEnd('/');
        return name.Length is > 0 and <= 222 && !name.AsSpan().ContainsAnyExcept(BucketLetters) && name.Any(char.IsAsciiLetterOrDigit) && !name.Contains("..", StringComparison.Ordinal)
            ? name
            : throw HttpErrors.BadSetting("bucket", $"'{bucket}' is not the name of a bucket", "Give one like test-platform-results.");
    }

    /// <summary>The address of a page of a listing.</summary>
    public Uri List(ArtifactListRequest request)
    {
        var url = new StringBuilder(_objects).Append("?prefix=").Append(Uri.EscapeDataString(request.Folder));
        if (!request.WholeTree)
        {
            url.Append("&delimiter=%2F");
        }

        if (request.StartAt is { } start)
        {
            url.Append("&startOffset=").Append(Uri.EscapeDataString(start));
        }

        url.Append("&maxResults=1000&fields=").Append(Uri.EscapeDataString($"kind,nextPageToken,prefixes,items({Fields})"));
        if (request.Continuation is { } token)
        {
            url.Append("&pageToken=").Append(Uri.EscapeDataString(token));
        }

        return new Uri(url.ToString());
    }

    /// <summary>The address of what is known of an object.</summary>
    public Uri Facts(string name) => new($"{_objects}/{Uri.EscapeDataString(name)}?fields={Uri.EscapeDataString(Fields)}");

    /// <summary>The address of an object's contents.</summary>
    /// <param name="name">The object.</param>
    /// <param name="generation">The generation that it has to be; null = whatever there is.</param>
    public Uri Media(string name, string? generation = null) =>
        new($"{_objects}/{Uri.EscapeDataString(name)}?alt=media{(generation is null ? "" : "&ifGenerationMatch=" + Uri.EscapeDataString(generation))}");
}

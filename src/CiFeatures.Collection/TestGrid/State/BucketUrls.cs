using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.TestGrid.State;

/// <summary>The addresses of the objects in a bucket, by the JSON API's media form.</summary>
internal sealed class BucketUrls
{
    private readonly string _base;
    private readonly string _bucket;

    /// <summary>Checks the service's address and the bucket's name.</summary>
    /// <param name="storage">An absolute address with http or https.</param>
    /// <param name="bucket">The name, with or without <c>gs://</c> before it, and with or without a path below it.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">One of them is not valid.</exception>
    public BucketUrls(Uri storage, string bucket)
    {
        _base = BaseAddress.Check(storage, "storage-url", "https://storage.googleapis.com");
        Address = new Uri(_base);
        string[] names = (bucket.StartsWith("gs://", StringComparison.Ordinal) ? bucket[5..] : bucket).TrimEnd('/').Split('/');
        if (names.Any(n => n is "" or "." or "..") || names[0].AsSpan().ContainsAnyExcept(BucketLetters))
        {
            throw TestGridErrors.BadSetting("bucket", $"'{bucket}' is not the name of a bucket", "Give one like k8s-testgrid, or gs://bucket/folder.");
        }

        _bucket = names[0];
        Config = $"gs://{string.Join('/', names)}/config";
    }

    private static System.Buffers.SearchValues<char> BucketLetters { get; } = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Gets the service's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets the path of the configuration, <c>gs://bucket/config</c>; all others are relative to it.</summary>
    public string Config { get; }

    /// <summary>The address of an object's contents.</summary>
    /// <param name="path">Its path, <c>gs://bucket/object</c>, from <see cref="StatePaths"/>.</param>
    public Uri Of(string path)
    {
        string name = path[$"gs://{_bucket}/".Length..];
        return new Uri($"{_base}/storage/v1/b/{Uri.EscapeDataString(_bucket)}/o/{Uri.EscapeDataString(name)}?alt=media");
    }
}

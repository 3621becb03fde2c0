using CiFeatures.Collection.Gcs;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Collection.Gcsweb;

/// <summary>The addresses of gcsweb's pages and files.</summary>
internal sealed class GcswebUrls
{
    private readonly string _bucket;

    /// <summary>Checks the service's address and the bucket's name.</summary>
    /// <param name="gcsweb">An absolute address with http or https.</param>
    /// <param name="bucket">The bucket.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">One of them is not valid (CIF1236).</exception>
    public GcswebUrls(Uri gcsweb, string bucket)
    {
        string address = BaseAddress.Check(gcsweb, "gcsweb", "https://gcsweb.k8s.io");
        Address = new Uri(address);
        Bucket = GcsUrls.CheckBucket(bucket);
        _bucket = $"{address}/gcs/{Bucket}/";
    }

    /// <summary>Gets the service's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets the bucket's name.</summary>
    public string Bucket { get; }

    /// <summary>The address of a folder's page without a query, or of a file.</summary>
    /// <param name="name">The name in the bucket.</param>
    public Uri Of(string name) => new(_bucket + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>The address of a page of a folder's listing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="marker">Where it begins; null = at the beginning.</param>
    public Uri Page(string folder, string? marker) => marker is null ? Of(folder) : new Uri($"{Of(folder).AbsoluteUri}?marker={Uri.EscapeDataString(marker)}");
}

using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Support;

/// <summary>The made bucket of <c>data/bucket</c>, put into a store as a collection of whole builds would.</summary>
internal static class BucketStore
{
    public const string Job = "periodic-ci-example-shop-main-e2e";

    /// <summary>Puts every build into one new snapshot.</summary>
    /// <param name="store">The store's folder.</param>
    /// <param name="at">The snapshot's time.</param>
    /// <param name="change">Changes a file's bytes by its path below the bucket, or takes it away with null.</param>
    public static string Make(string store, DateTimeOffset at, Func<string, byte[], byte[]?>? change = null)
    {
        string bucket = Repository.PathOf("data", "bucket", "logs");
        using SnapshotWriter writer = SnapshotStore.OpenOrCreate(store, TimeProvider.System).Create(new SnapshotSource("test", "here"), at);
        foreach (string build in Directory.GetDirectories(bucket).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal))
        {
            Write(writer, bucket, build, change ?? ((_, bytes) => bytes));
        }

        writer.Complete();
        return writer.SnapshotId;
    }

    private static void Write(SnapshotWriter writer, string bucket, string folder, Func<string, byte[], byte[]?> change)
    {
        string job = Path.GetFileName(Path.GetDirectoryName(folder)!);
        string build = Path.GetFileName(folder);
        string address = $"gs://bucket/logs/{job}/{build}/";
        var listings = new SortedDictionary<string, List<ListingEntry>>(StringComparer.Ordinal) { [""] = [] };
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (change(Path.GetRelativePath(bucket, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)) is not { } bytes)
            {
                writer.NoteMissing(new MissingFile(job, build, path, ""));
                continue;
            }

            List(listings, path, bytes.Length);
            writer.Write(new NewBody(SnapshotPaths.BuildFile(job, build, path)) { Job = job, Build = build, Artifact = path }, bytes);
        }

        byte[] listing = ListingJson.Write(new StoredListing(address, [.. listings.Select(l => new BuildListing(l.Key, l.Value))]));
        writer.Write(new NewBody(SnapshotPaths.BuildListing(job, build)) { Job = job, Build = build }, listing);
    }

    private static void List(SortedDictionary<string, List<ListingEntry>> listings, string path, long bytes)
    {
        string[] parts = path.Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            string folder = string.Concat(parts.Take(i).Select(p => p + "/"));
            bool isFolder = i < parts.Length - 1;
            List<ListingEntry> entries = listings.TryGetValue(folder, out List<ListingEntry>? found) ? found : listings[folder] = [];
            if (!entries.Exists(e => e.Name == parts[i]))
            {
                entries.Add(new ListingEntry(parts[i], isFolder, isFolder ? null : bytes, null));
            }
        }
    }
}

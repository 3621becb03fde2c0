using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Replay.Prow;

/// <summary>A snapshot with the builds of the small bucket that the repository ships, as a collection from a real bucket leaves it.</summary>
internal static class ProwStore
{
    public const string Bucket = "test-results";
    public const string Job = "periodic-ci-example-shop-main-e2e";
    public const string Build = "1934181563987654321";
    public const string Log = $"logs/{Job}/{Build}/build-log.txt";
    public const string NotTaken = $"logs/{Job}/{Build}/artifacts/coredump.bin";
    public static readonly DateTimeOffset Modified = new(2026, 5, 4, 3, 2, 1, 250, TimeSpan.Zero);

    public static string Tree => Repository.PathOf("data", "bucket");

    /// <summary>Logs are listed with another size than they have, as they are where they are stored compressed.</summary>
    public static void Write(SnapshotStore store)
    {
        using SnapshotWriter writer = store.Create(new SnapshotSource("import", Tree));
        foreach (string folder in Directory.GetDirectories(Path.Combine(Tree, "logs")).SelectMany(Directory.GetDirectories))
        {
            string[] parts = folder.Split(Path.DirectorySeparatorChar);
            WriteBuild(writer, parts[^2], parts[^1], $"gs://{Bucket}/logs/{parts[^2]}/{parts[^1]}/", Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes));
        }

        writer.Complete();
    }

    public static void WriteBuild(SnapshotWriter writer, string job, string build, string address, IReadOnlyDictionary<string, byte[]> files)
    {
        List<BuildListing> folders = [];
        foreach (string folder in files.Keys.SelectMany(FoldersOf).Append("").Distinct())
        {
            IEnumerable<ListingEntry> entries = files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).Select(f => f.Key[folder.Length..].Split('/') is [var name]
                ? new ListingEntry(name, false, f.Value.Length + (name == "build-log.txt" ? -1 : 0), Modified)
                : new ListingEntry(f.Key[folder.Length..].Split('/')[0], true));
            IEnumerable<ListingEntry> others = folder == "artifacts/" ? [new ListingEntry("coredump.bin", false, 123_456_789, Modified), new ListingEntry("e2e", true)] : [];
            folders.Add(new BuildListing(folder, [.. entries.Concat(others).Distinct()]));
        }

        writer.Write(new NewBody(SnapshotPaths.BuildListing(job, build)) { Job = job, Build = build }, ListingJson.Write(new StoredListing(address, folders)));
        foreach ((string path, byte[] body) in files)
        {
            writer.Write(new NewBody(SnapshotPaths.BuildFile(job, build, path)) { Job = job, Build = build, Artifact = path }, body);
        }
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..(end + 1)];
        }
    }
}

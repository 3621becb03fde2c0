using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>Gives the files of builds their places in the snapshot. All jobs are known beforehand, so the order of writing does not matter.</summary>
/// <param name="jobs">The jobs of the snapshot.</param>
internal sealed class BuildPaths(IEnumerable<string> jobs)
{
    private const string Ending = SnapshotPaths.CompressedEnding;
    private readonly IReadOnlyDictionary<string, string> _jobs = SafeNames.EncodeAll(jobs);

    /// <summary>The place of a build's listing.</summary>
    public NewBody Listing(BuildKey key) => new(SnapshotPaths.BuildListing(_jobs[key.Job], SafeNames.Encode(key.Build))) { Job = key.Job, Build = key.Build };

    /// <summary>The places of files of a build.</summary>
    /// <param name="key">The build.</param>
    /// <param name="paths">Their paths below the build, each once.</param>
    /// <returns>The place of each; null for one that no file system could hold beside the others, or whose path is too long.</returns>
    public IReadOnlyDictionary<string, NewBody?> Files(BuildKey key, IReadOnlyCollection<string> paths)
    {
        Dictionary<string, string> encoded = new(StringComparer.Ordinal);
        foreach (IGrouping<string, string> alike in paths.GroupBy(p => Encode(p, upper: false), StringComparer.OrdinalIgnoreCase))
        {
            bool clash = alike.Skip(1).Any();
            foreach (string path in alike)
            {
                encoded.Add(path, clash ? Encode(path, upper: true) : alike.Key);
            }
        }

        // A file x.gz cannot be where a folder x.gz has to be.
        HashSet<string> folders = new(encoded.Values.SelectMany(FoldersOf), StringComparer.OrdinalIgnoreCase);
        return encoded.ToDictionary(
            pair => pair.Key,
            pair =>
            {
                string place = SnapshotPaths.BuildFile(_jobs[key.Job], SafeNames.Encode(key.Build), pair.Value);
                bool fits = !folders.Contains(pair.Value + Ending) && !FoldersOf(pair.Value).Contains("listing.json", StringComparer.OrdinalIgnoreCase) && SnapshotPaths.IsSafe(place);
                return fits ? new NewBody(place) { Job = key.Job, Build = key.Build, Artifact = pair.Key } : null;
            },
            StringComparer.Ordinal);
    }

    private static string Encode(string path, bool upper) => string.Join('/', path.Split('/').Select(s => SafeNames.Encode(s, upper)));

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }
    }
}

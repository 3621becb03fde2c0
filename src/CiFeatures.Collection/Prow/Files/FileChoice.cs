using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow.Listing;
using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>Chooses the files of a build that are taken.</summary>
/// <param name="store">The bucket.</param>
/// <param name="patterns">What is taken.</param>
/// <param name="paths">Where things go.</param>
internal sealed class FileChoice(IArtifactStore store, IReadOnlyList<FilePattern> patterns, BuildPaths paths)
{
    /// <summary>Chooses.</summary>
    /// <param name="build">What the build has.</param>
    /// <returns>What is taken, in ordinal order; what is missing; what cannot be stored.</returns>
    public ChosenFiles Choose(ListedBuild build)
    {
        SortedSet<string> wanted = new(StringComparer.Ordinal);
        List<MissingFile> missing = [];
        foreach (string path in patterns.Where(p => p.IsPath).Select(p => p.Text))
        {
            if (build.Lacks(path))
            {
                missing.Add(new MissingFile(build.Build.Key.Job, build.Build.Key.Build, path, UrlOf(build.Build.Folder + path)));
            }
            else
            {
                wanted.Add(path);
            }
        }

        FilePattern[] globs = [.. patterns.Where(p => !p.IsPath)];
        wanted.UnionWith(build.Files.Keys.Where(path => globs.Any(g => g.Matches(path))));
        IReadOnlyDictionary<string, NewBody?> places = paths.Files(build.Build.Key, wanted);
        List<ChosenFile> files = [];
        List<SkippedItem> skipped = [];
        foreach (string path in wanted)
        {
            string name = build.Build.Folder + path;
            if (places[path] is { } place)
            {
                string url = UrlOf(name);
                files.Add(new ChosenFile(build.Build.Key, path, name, url, place with { Url = url }, build.Files.GetValueOrDefault(path)));
            }
            else
            {
                skipped.Add(ProwErrors.Unstorable($"{store.Bucket}/{name}", "Its name cannot be stored beside those of the build's other files, or is too long."));
            }
        }

        return new ChosenFiles(files, missing, skipped);
    }

    /// <summary>The address of an object as the manifest has it.</summary>
    public string UrlOf(string name) => store.Bucket.StartsWith("gs://", StringComparison.Ordinal) ? $"{store.Bucket}/{name}" : "";
}

/// <summary>What is taken of a build.</summary>
/// <param name="Files">The files.</param>
/// <param name="Missing">What it does not have.</param>
/// <param name="Skipped">What cannot be stored.</param>
internal sealed record ChosenFiles(IReadOnlyList<ChosenFile> Files, IReadOnlyList<MissingFile> Missing, IReadOnlyList<SkippedItem> Skipped);

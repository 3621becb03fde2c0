using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow.Finding;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Listing;

/// <summary>What was found in a build's folder.</summary>
/// <param name="Build">The build.</param>
/// <param name="Listings">The top level and, where there is one, <c>artifacts/</c>.</param>
/// <param name="Files">What is known of its files, by their paths below the build.</param>
/// <param name="Folders">The folders below the build whose entries are all known, each with a slash at its end; empty text for the build itself.</param>
/// <param name="Skipped">What was not followed.</param>
internal sealed record ListedBuild(
    FoundBuild Build,
    IReadOnlyList<BuildListing> Listings,
    IReadOnlyDictionary<string, ArtifactObject> Files,
    IReadOnlySet<string> Folders,
    IReadOnlyList<SkippedItem> Skipped)
{
    /// <summary>Whether a file cannot be there, because a folder above it, or the one it would be in, is known not to have it.</summary>
    /// <param name="path">The path below the build.</param>
    public bool Lacks(string path)
    {
        if (Files.ContainsKey(path))
        {
            return false;
        }

        // The deepest known folder above decides: it would have the file itself, or the folder that leads to it.
        for (int slash = path.LastIndexOf('/'); ; slash = path.LastIndexOf('/', slash - 1))
        {
            string folder = path[..(slash + 1)];
            if (Folders.Contains(folder))
            {
                string step = path[folder.Length..];
                int end = step.IndexOf('/', StringComparison.Ordinal);
                return end < 0 || !Known(folder + step[..(end + 1)]);
            }

            if (slash <= 0)
            {
                return false;
            }
        }
    }

    private bool Known(string folder)
    {
        string parent = folder[..(folder[..^1].LastIndexOf('/') + 1)];
        string name = folder[parent.Length..^1];
        return Listings.Any(l => l.Folder == parent && l.Entries.Any(e => e.IsFolder && e.Name == name))
            || Files.Keys.Any(f => f.StartsWith(folder, StringComparison.Ordinal))
            || !Listings.Any(l => l.Folder == parent);
    }
}

using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow.Listing;
using CiFeatures.Collection.TestGrid.Choice;

namespace CiFeatures.Collection.Prow.Finding;

/// <summary>Finds the jobs that are meant.</summary>
/// <param name="store">The bucket.</param>
/// <param name="options">The options.</param>
internal sealed class JobFinder(IArtifactStore store, ProwCollectOptions options)
{
    private const long MaxJobs = 1_000_000;

    /// <summary>Finds them: those with exact names without asking, others by listing the bucket's folders of jobs.</summary>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>The names in ordinal order.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The list cannot be had, a pattern is not valid, or a name is none.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        NamePattern[] patterns = [.. options.Jobs.Distinct(StringComparer.Ordinal).Select(j => new NamePattern(j, "job"))];
        SortedSet<string> jobs = new(options.SuggestedJobs.Where(ArtifactNames.IsPlain), StringComparer.Ordinal);
        foreach (string name in patterns.Where(p => p.IsName).Select(p => p.ToString()))
        {
            jobs.Add(ArtifactNames.IsPlain(name) ? name : throw ProwErrors.BadSetting("job", $"'{name}' is not the name of a job", "Give the name as the bucket has it, without folders."));
        }

        if (patterns.Any(p => !p.IsName))
        {
            FolderReader reader = new(store);
            foreach (string prefix in options.Prefixes)
            {
                string folder = prefix + "/";
                ArtifactPage page = await reader.ReadAsync(new ArtifactListRequest(folder), MaxJobs, cancellationToken).ConfigureAwait(false);
                jobs.UnionWith(page.Folders.Select(f => f[folder.Length..^1]).Where(name => patterns.Any(p => !p.IsName && p.Matches(name))));
            }
        }

        return [.. jobs];
    }
}

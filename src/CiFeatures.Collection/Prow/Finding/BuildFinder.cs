using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Prow.Listing;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Finding;

/// <summary>Finds the builds of a job.</summary>
/// <param name="store">The bucket.</param>
/// <param name="options">The options.</param>
/// <param name="since">Builds before this are left out; null = none.</param>
internal sealed class BuildFinder(IArtifactStore store, ProwCollectOptions options, DateTimeOffset? since)
{
    private const long MaxBuilds = 5_000_000;
    private const int IdDigits = 19;

    // Ids grow with time, but nobody promises it: some that are out of order do no harm.
    private const int OldInARow = 5;
    private const string LinkEnding = ".txt";
    private readonly FolderReader _reader = new(store);
    private readonly BuildTimes _times = new(store);

    /// <summary>Finds them.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <returns>The builds that are taken, newest first, how many there are, and what was left out.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">A listing cannot be had.</exception>
    public async Task<JobBuilds> FindAsync(string job, CancellationToken cancellationToken)
    {
        List<SkippedItem> skipped = [];
        Dictionary<string, FoundBuild> known = new(StringComparer.Ordinal);
        foreach (string prefix in options.Prefixes)
        {
            await ListAsync(job, $"{prefix}/{job}/", known, skipped, cancellationToken).ConfigureAwait(false);
            if (known.Count > 0)
            {
                break;
            }
        }

        List<FoundBuild> candidates = [.. Chosen(job, known, skipped).OrderByDescending(b => b.Key.Build, NaturalOrder.Ascending)];
        List<FoundBuild> taken = [];
        int most = options.Builds.Count > 0 ? int.MaxValue : options.MaxBuilds;
        int old = 0;
        foreach (FoundBuild candidate in candidates)
        {
            if (taken.Count >= most || old >= OldInARow)
            {
                break;
            }

            if (await ResolveAsync(candidate, skipped, cancellationToken).ConfigureAwait(false) is not { } build)
            {
                continue;
            }

            if (since is { } limit && await _times.StartedAsync(build.Folder, cancellationToken).ConfigureAwait(false) < limit)
            {
                old++;
                continue;
            }

            old = 0;
            taken.Add(build);
        }

        return new JobBuilds(job, known.Count, taken, skipped);
    }

    private async Task ListAsync(string job, string folder, Dictionary<string, FoundBuild> known, List<SkippedItem> skipped, CancellationToken cancellationToken)
    {
        // Among ids of the same length the order of numbers is that of texts, so the listing may begin there.
        string? start = store.Traits.StartsAnywhere && options.FromBuild is { Length: >= IdDigits } from ? folder + from : null;
        ArtifactPage page = await _reader.ReadAsync(new ArtifactListRequest(folder) { StartAt = start }, MaxBuilds, cancellationToken).ConfigureAwait(false);
        foreach (string name in page.Folders)
        {
            string id = name[folder.Length..^1];
            if (IsBuild(id))
            {
                known[id] = new FoundBuild(new BuildKey(job, id), name);
            }
        }

        foreach (ArtifactObject link in page.Objects)
        {
            string id = link.Name[folder.Length..];
            if (id.EndsWith(LinkEnding, StringComparison.Ordinal) && IsBuild(id[..^LinkEnding.Length]))
            {
                id = id[..^LinkEnding.Length];
                known.TryAdd(id, new FoundBuild(new BuildKey(job, id), link.Name, IsLink: true, link.Link));
            }
        }

        skipped.AddRange(page.Foul.Select(name => ProwErrors.FoulName(store.Bucket, folder, name)));
    }

    private IEnumerable<FoundBuild> Chosen(string job, Dictionary<string, FoundBuild> known, List<SkippedItem> skipped)
    {
        if (options.Builds.Count > 0)
        {
            skipped.AddRange(options.Builds.Distinct(StringComparer.Ordinal).Where(id => known.Count > 0 && !known.ContainsKey(id)).Select(id => ProwErrors.NoBuild(store, job, id)));
            return known.Values.Where(b => options.Builds.Contains(b.Key.Build, StringComparer.Ordinal));
        }

        return options.FromBuild is { } from ? known.Values.Where(b => NaturalOrder.Ascending.Compare(b.Key.Build, from) >= 0) : known.Values;
    }

    private async Task<FoundBuild?> ResolveAsync(FoundBuild build, List<SkippedItem> skipped, CancellationToken cancellationToken)
    {
        if (!build.IsLink)
        {
            return build;
        }

        string target = build.Target ?? await SmallText.ReadAsync(store, build.Folder, cancellationToken).ConfigureAwait(false) ?? "";
        if (FolderOf(target.Trim(), build.Key.Build) is { } folder)
        {
            return new FoundBuild(build.Key, folder);
        }

        skipped.Add(ProwErrors.BadLink($"{store.Bucket}/{build.Folder}", target.Trim()));
        return null;
    }

    /// <summary>The folder in this bucket that a link leads to; null where it leads elsewhere.</summary>
    private string? FolderOf(string target, string id)
    {
        string own = store.Bucket + "/";
        string? path = target.StartsWith(own, StringComparison.Ordinal) ? target[own.Length..]
            : store.Bucket.StartsWith("gs://", StringComparison.Ordinal) ? null
            : target.StartsWith("gs://", StringComparison.Ordinal) && target.IndexOf('/', 5) is > 0 and int slash ? target[(slash + 1)..] : null;
        path = path?.TrimEnd('/');
        return path is not null && ArtifactNames.IsPlainPath(path) && path.EndsWith("/" + id, StringComparison.Ordinal) ? path + "/" : null;
    }

    private static bool IsBuild(string id) => id.Length is > 0 and <= 32 && id.All(char.IsAsciiDigit);
}

/// <summary>What there is of a job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Known">How many builds there are.</param>
/// <param name="Builds">Those that are taken, newest first.</param>
/// <param name="Skipped">What was left out.</param>
internal sealed record JobBuilds(string Job, int Known, IReadOnlyList<FoundBuild> Builds, IReadOnlyList<SkippedItem> Skipped);

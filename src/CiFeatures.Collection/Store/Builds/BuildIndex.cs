using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>The builds of a snapshot and where their files lie.</summary>
internal sealed class BuildIndex
{
    private readonly SortedDictionary<string, Dictionary<string, StoredBuild>> _jobs = new(StringComparer.Ordinal);

    /// <summary>Indexes a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    public BuildIndex(SnapshotManifest manifest)
    {
        foreach (SnapshotFile file in manifest.Files)
        {
            if (file.Kind == SnapshotFileKind.BuildListing && !At(file.Job!, file.Build!).TrySetListing(file))
            {
                Twice ??= file;
            }
            else if (file.Kind == SnapshotFileKind.BuildFile && !At(file.Job!, file.Build!).Files.TryAdd(file.Artifact!, file))
            {
                Twice ??= file;
            }
        }

        foreach (MissingFile missing in manifest.Missing ?? [])
        {
            At(missing.Job, missing.Build).Missing.Add(missing.Path);
        }

        Jobs = [.. _jobs.Keys];
    }

    /// <summary>A second body for the same file of a build, which a sound manifest does not have; null when there is none.</summary>
    public SnapshotFile? Twice { get; }

    /// <summary>The jobs that have builds, in ordinal order.</summary>
    public IReadOnlyList<string> Jobs { get; }

    /// <summary>The builds of a job, newest first.</summary>
    /// <param name="job">The job; one without builds has none.</param>
    public IReadOnlyList<string> Builds(string job) =>
        _jobs.TryGetValue(job, out Dictionary<string, StoredBuild>? builds) ? [.. builds.Keys.Order(NaturalOrder.Descending)] : [];

    /// <summary>What is stored of a build; null when the snapshot does not have it.</summary>
    /// <param name="key">Names it.</param>
    public StoredBuild? Find(BuildKey key) =>
        _jobs.TryGetValue(key.Job, out Dictionary<string, StoredBuild>? builds) && builds.TryGetValue(key.Build, out StoredBuild? build) ? build : null;

    private StoredBuild At(string job, string build)
    {
        if (!_jobs.TryGetValue(job, out Dictionary<string, StoredBuild>? builds))
        {
            _jobs.Add(job, builds = new Dictionary<string, StoredBuild>(StringComparer.Ordinal));
        }

        if (!builds.TryGetValue(build, out StoredBuild? stored))
        {
            builds.Add(build, stored = new StoredBuild());
        }

        return stored;
    }
}

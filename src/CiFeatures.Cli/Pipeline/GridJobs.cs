using CiFeatures.Cli.Hosting;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Pipeline;

/// <summary>The jobs of a TestGrid snapshot: what TestGrid calls a tab has in many projects the name of the Prow job.</summary>
internal static class GridJobs
{
    /// <summary>The names, in ordinal order.</summary>
    /// <param name="store">The store; its newest snapshot that has grids or summaries counts.</param>
    /// <param name="patterns">Only names that match one of these; none = all.</param>
    /// <exception cref="CiFeaturesException">The store has no such snapshot, or no name matches.</exception>
    public static IReadOnlyList<string> Of(SnapshotStore store, IReadOnlyCollection<string> patterns)
    {
        SnapshotReader? newest = store.OpenSnapshots(SnapshotStore.All).LastOrDefault(r => r.Manifest.Counts.Tables + r.Manifest.Counts.Summaries > 0);
        if (newest is null)
        {
            throw CliErrors.NoGridJobs(store.Root, "The store has no snapshot with jobs of a TestGrid", "Collect or import one first: cifeatures collect testgrid.");
        }

        SortedSet<string> jobs = new(StringComparer.Ordinal);
        foreach (SnapshotFile file in newest.Manifest.Files.Where(f => f.Dashboard is not null && f.Job is not null))
        {
            jobs.Add(file.Job!);
        }

        foreach (string dashboard in newest.Dashboards)
        {
            List<DecodeIssue> issues = [];
            jobs.UnionWith(newest.ReadSummary(dashboard, issues)?.Jobs.Select(j => j.Job) ?? []);
        }

        string[] chosen = [.. jobs.Where(j => Globs.Match(patterns, j))];
        return chosen.Length > 0
            ? chosen
            : throw CliErrors.NoGridJobs(store.Root, $"None of the {jobs.Count} jobs of snapshot {newest.SnapshotId} matches --job", "Names are compared exactly, patterns with * and ?.");
    }
}

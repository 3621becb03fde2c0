using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Cli.Verbs;

/// <summary>The options that name a store, a snapshot, and a job in it.</summary>
internal sealed class StoreOptions
{
    public Option<string> From { get; } = new("--from") { Description = "The snapshot store to read.", Required = true, HelpName = "STORE" };

    public Option<string> Snapshot { get; } = new("--snapshot")
    {
        Description = "Which snapshot: an id, latest or all.",
        HelpName = "ID|latest|all",
        DefaultValueFactory = _ => SnapshotStore.Latest,
    };

    public Option<string> Dashboard { get; } = new("--dashboard") { Description = "The dashboard, by its published name.", Required = true, HelpName = "NAME" };

    public Option<string> Job { get; } = new("--job") { Description = "The job, by its published name.", Required = true, HelpName = "NAME" };

    public static SnapshotStore Open(VerbContext context, string root) => SnapshotStore.Open(root, context.Environment.Time);

    public IReadOnlyList<SnapshotReader> OpenSnapshots(VerbContext context) =>
        Open(context, context.PathOf(From)).OpenSnapshots(context.Get(Snapshot)!);

    /// <summary>Reads the named job from every snapshot that has it, newest snapshot last.</summary>
    public IReadOnlyList<(string SnapshotId, JobGrid Grid)> ReadGrids(VerbContext context, List<DecodeIssue> issues)
    {
        IReadOnlyList<SnapshotReader> snapshots = OpenSnapshots(context);
        var key = new JobKey(context.Get(Dashboard)!, context.Get(Job)!);
        var grids = new List<(string, JobGrid)>();
        foreach (SnapshotReader snapshot in snapshots)
        {
            if (snapshot.Dashboards.Contains(key.Dashboard) && snapshot.JobsWithTable(key.Dashboard).Contains(key.Job))
            {
                grids.Add((snapshot.SnapshotId, snapshot.ReadGrid(key, issues)));
            }
        }

        return grids.Count > 0 ? grids : throw NotThere(context, snapshots, key);
    }

    private CiFeaturesException NotThere(VerbContext context, IReadOnlyList<SnapshotReader> snapshots, JobKey key)
    {
        string[] dashboards = [.. snapshots.SelectMany(s => s.Dashboards).Distinct(StringComparer.Ordinal)];
        return dashboards.Contains(key.Dashboard)
            ? CliErrors.NoJob($"table answers of {key.Dashboard}", key.Job, snapshots.SelectMany(s => s.Dashboards.Contains(key.Dashboard) ? s.JobsWithTable(key.Dashboard) : []).Distinct(StringComparer.Ordinal))
            : CliErrors.NoJob($"dashboards of {context.PathOf(From)}", key.Dashboard, dashboards);
    }
}

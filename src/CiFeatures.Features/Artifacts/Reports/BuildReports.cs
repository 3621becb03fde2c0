using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>Reports over the builds of snapshots, read build by build. What cannot be read is left out and listed in <see cref="Result"/>.</summary>
/// <param name="plan">The builds.</param>
/// <param name="progress">Told after every build; may be null.</param>
/// <param name="cancellation">Ends the work between two builds.</param>
public sealed class BuildReports(IReadOnlyList<PlannedBuild> plan, IProgress<ExtractionProgress>? progress, CancellationToken cancellation)
{
    /// <summary>What was counted, repaired and left out.</summary>
    public ExtractionResult Result { get; } = new();

    /// <summary>Which files builds have.</summary>
    /// <param name="countParent">Whether the link to the folder above counts as an entry, as in the second AI4CI notebook: one more for every build, since its page has that link even for a folder that is not there.</param>
    public CompletenessReport Completeness(bool countParent)
    {
        var top = new FolderTally("");
        var artifacts = new FolderTally(BuildPaths.Artifacts);
        Read((context, _) =>
        {
            top.Add(context.Presence.Entries(""));
            artifacts.Add(context.Presence.Entries(BuildPaths.Artifacts));
        });
        int added = countParent ? 1 : 0;
        return new CompletenessReport(plan.Count, countParent, top.Report(added), artifacts.Report(added));
    }

    /// <summary>What the events of builds say.</summary>
    /// <param name="options">How they are counted.</param>
    public EventReport Events(EventReportOptions options)
    {
        var tally = new EventTally(options);
        Read((context, reading) =>
        {
            List<KubernetesEvent>? events = null;
            foreach (BuildFile file in context.EventFiles.Where(f => f.Bytes > 0))
            {
                if (reading.Events(file.Path) is { } read)
                {
                    (events ??= []).AddRange(read);
                }
            }

            tally.Add(context, events);
        });
        return tally.Report();
    }

    private void Read(Action<BuildContext, FileReading> take)
    {
        foreach (PlannedBuild build in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = new FileReading(build);
            take(new BuildContext(build.Source.SnapshotId, reading.Build()), reading);
            Result.Add(new BuildOutcome(build.Key, [], reading.Issues, reading.Skipped));
            progress?.Report(new ExtractionProgress(Result.Builds, plan.Count, build.Key.Job));
        }
    }
}

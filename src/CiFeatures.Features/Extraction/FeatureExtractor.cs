using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Core.Summaries;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Summary;
using CiFeatures.Features.Tables;

namespace CiFeatures.Features.Extraction;

/// <summary>Computes feature tables from snapshots, job by job: memory holds a few jobs at a time, however many there are.</summary>
public sealed class FeatureExtractor
{
    private readonly FeatureOptions _options;
    private readonly FeatureTables _tables;

    /// <summary>Makes an extractor.</summary>
    /// <param name="options">What is computed, and with which parameters.</param>
    public FeatureExtractor(FeatureOptions options)
    {
        _options = options;
        _tables = new FeatureTables(options.WithSnapshotColumn);
    }

    /// <summary>The schemas of the tables that will be written, in fixed order; <c>cells</c> only where asked for.</summary>
    public IReadOnlyList<TableSchema> Schemas => [.. _tables.Schemas.Where(s => s.Name != "cells" || _options.WithCells)];

    /// <summary>Computes the features of a snapshot and hands them on in ordinal order of dashboards and jobs.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="writers">A writer for each table of <see cref="Schemas"/>, by name.</param>
    /// <param name="progress">Told after every job; may be null.</param>
    /// <param name="cancellation">Ends the work between two jobs.</param>
    /// <returns>What was counted, repaired and left out.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExtractionResult Extract(
        ISnapshotReader snapshot,
        IReadOnlyDictionary<string, ITableWriter> writers,
        IProgress<ExtractionProgress>? progress,
        CancellationToken cancellation)
    {
        var result = new ExtractionResult();
        string[] dashboards = [.. snapshot.Dashboards.Where(d => _options.DashboardFilter?.Invoke(d) ?? true)];
        DashboardPlan[] plans = [.. dashboards.Select(d => Plan(snapshot, d, result))];
        int total = plans.Sum(p => p.Jobs.Count);
        foreach (DashboardPlan plan in plans)
        {
            DashboardSummary? summary = ReadSummary(snapshot, plan.Dashboard, result);
            DashboardTotals? totals = summary is null ? null : DashboardTotals.Of(summary);
            writers["dashboards"].Write(_tables.Dashboards.Compute([new DashboardContext(snapshot.SnapshotId, plan.Dashboard, totals)]));
            ExtractJobs(snapshot, plan, summary, writers, result, () => progress?.Report(new ExtractionProgress(result.Jobs, total, plan.Dashboard)), cancellation);
        }

        return result;
    }

    // Names only: the summaries are read again when their turn comes, so that memory does not grow with the dashboards.
    private DashboardPlan Plan(ISnapshotReader snapshot, string dashboard, ExtractionResult result)
    {
        var names = new SortedSet<string>(snapshot.JobsWithTable(dashboard), StringComparer.Ordinal);
        try
        {
            names.UnionWith((snapshot.ReadSummary(dashboard, []) ?? new DashboardSummary(dashboard, [])).Jobs.Select(j => j.Job));
        }
        catch (CiFeaturesException error)
        {
            result.AddSkipped(new JobKey(dashboard, ""), error);
        }

        return new DashboardPlan(dashboard, [.. names.Where(j => _options.JobFilter?.Invoke(j) ?? true)]);
    }

    private static DashboardSummary? ReadSummary(ISnapshotReader snapshot, string dashboard, ExtractionResult result)
    {
        var issues = new List<DecodeIssue>();
        try
        {
            DashboardSummary? summary = snapshot.ReadSummary(dashboard, issues);
            result.AddIssues(issues);
            return summary;
        }
        catch (CiFeaturesException)
        {
            return null;
        }
    }

    private void ExtractJobs(
        ISnapshotReader snapshot,
        DashboardPlan plan,
        DashboardSummary? summary,
        IReadOnlyDictionary<string, ITableWriter> writers,
        ExtractionResult result,
        Action report,
        CancellationToken cancellation)
    {
        var withTable = snapshot.JobsWithTable(plan.Dashboard).ToHashSet(StringComparer.Ordinal);
        var summaries = new Dictionary<string, JobSummary>(StringComparer.Ordinal);
        foreach (JobSummary job in summary?.Jobs ?? [])
        {
            summaries[job.Job] = job;
        }

        OrderedWork.Run(
            plan.Jobs,
            _options.Threads,
            name => ComputeJob(snapshot, new JobKey(plan.Dashboard, name), summaries.GetValueOrDefault(name), withTable.Contains(name)),
            outcome =>
            {
                result.Add(outcome);
                foreach (FeatureTable piece in outcome.Pieces)
                {
                    writers[piece.Schema.Name].Write(piece);
                }

                report();
            },
            cancellation);
    }

    private JobOutcome ComputeJob(ISnapshotReader snapshot, JobKey key, JobSummary? summary, bool hasTable)
    {
        var issues = new List<DecodeIssue>();
        JobGrid? grid = null;
        CiFeaturesException? skipped = null;
        if (hasTable)
        {
            try
            {
                // What a service leaves in a grid that it cut looks like results and is none.
                grid = snapshot.ReadGrid(key, issues).WithoutTruncationArtefacts();
            }
            catch (CiFeaturesException error) when (error.Kind is ErrorKind.BadInput or ErrorKind.Integrity)
            {
                // One unreadable answer must not cost the others; the job keeps its summary row and is listed as skipped.
                skipped = error;
            }
        }

        JobContext context = JobContext.Create(snapshot.SnapshotId, key, summary, grid, _options);
        return new JobOutcome(key, grid, JobExtraction.Compute(context, _tables, _options), issues, skipped);
    }

    private sealed record DashboardPlan(string Dashboard, IReadOnlyList<string> Jobs);
}

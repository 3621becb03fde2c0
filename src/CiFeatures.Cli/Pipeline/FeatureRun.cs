using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Extraction;
using CiFeatures.Formats.DataSets;
using SkippedItem = CiFeatures.Formats.DataSets.SkippedItem;

namespace CiFeatures.Cli.Pipeline;

/// <summary>From snapshots to a data set on disk: joins the store, the extractor and the data set's writer.</summary>
/// <param name="options">What is computed.</param>
/// <param name="output">Where it goes.</param>
/// <param name="dashboards">The patterns behind the filter of dashboards, for the recipe.</param>
/// <param name="jobs">The patterns behind the filter of jobs, for the recipe.</param>
internal sealed class FeatureRun(FeatureOptions options, DataSetOptions output, string dashboards = "*", string jobs = "*")
{
    /// <summary>Runs it; the data set's folder appears when everything in it is whole, or not at all.</summary>
    public FeatureRunResult Run(VerbContext context, IReadOnlyList<SnapshotReader> snapshots)
    {
        var extractor = new FeatureExtractor(options);
        IReadOnlyList<BuildSource> sources = BuildSources.Of(snapshots);
        BuildExtractor? builds = sources.Count > 0 ? new BuildExtractor(options) : null;
        using DataSetWriter dataSet = DataSetWriter.Create(output);
        var writers = new Dictionary<string, ITableWriter>(StringComparer.Ordinal);
        try
        {
            foreach (TableSchema schema in extractor.Schemas.Concat(builds?.Schemas ?? []))
            {
                writers[schema.Name] = dataSet.OpenTable(schema);
            }

            List<ExtractionResult> results = [.. snapshots.Select(s => Extract(context, extractor, s, writers))];
            if (builds is not null)
            {
                results.Add(Extract(context, builds, sources, writers));
            }

            if (results.Sum(r => r.Jobs + r.Builds) == 0)
            {
                throw CliErrors.Nothing("--dashboard and --job", "No job of the snapshot matches", "See which dashboards and jobs there are with: cifeatures features --from STORE --out DIR, without these options.");
            }

            foreach (ITableWriter writer in writers.Values)
            {
                writer.Complete();
            }

            DataSetManifest manifest = dataSet.Complete(ManifestOf(snapshots, results));
            return new FeatureRunResult(output.Folder, manifest, results, Missing(snapshots));
        }
        finally
        {
            foreach (ITableWriter writer in writers.Values)
            {
                writer.Dispose();
            }
        }
    }

    private static ExtractionResult Extract(VerbContext context, FeatureExtractor extractor, SnapshotReader snapshot, Dictionary<string, ITableWriter> writers) =>
        context.WithProgress("features", progress => extractor.Extract(
            snapshot,
            writers,
            new Listener<ExtractionProgress>(p => progress.Report(new ProgressStep(p.JobsDone, p.JobsTotal, p.Dashboard))),
            context.Cancellation));

    private static ExtractionResult Extract(VerbContext context, BuildExtractor extractor, IReadOnlyList<BuildSource> sources, Dictionary<string, ITableWriter> writers) =>
        context.WithProgress("builds", progress => extractor.Extract(
            sources,
            writers,
            new Listener<ExtractionProgress>(p => progress.Report(new ProgressStep(p.JobsDone, p.JobsTotal, p.Dashboard))),
            context.Cancellation));

    // What an import or a collection left out is missing here too, and a reader of the data set must be able to see it.
    private static IReadOnlyList<SkippedItem> Missing(IReadOnlyList<SnapshotReader> snapshots) =>
        [.. snapshots.SelectMany(s => s.Manifest.Skipped.Select(m => new SkippedItem($"{s.SnapshotId}: {m.Item}", $"{m.Code} {m.Reason}")))];

    private DataSetManifestInput ManifestOf(IReadOnlyList<SnapshotReader> snapshots, IReadOnlyList<ExtractionResult> results)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["recent_columns"] = options.Judgement.RecentColumns?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "as the answer says, else 10",
            ["failures_to_alert"] = options.Judgement.Alerts.FailuresToOpen.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["passes_to_close"] = options.Judgement.Alerts.PassesToClose.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["exclude_tests"] = JsonOutput.Texts(options.Judgement.Rows?.Exclude ?? []),
            ["with_cells"] = options.WithCells ? "true" : "false",
            ["dashboards"] = dashboards,
            ["jobs"] = jobs,
        };
        var issues = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, long> code in results.SelectMany(r => r.IssuesByCode))
        {
            issues[code.Key] = issues.GetValueOrDefault(code.Key) + code.Value;
        }

        return new DataSetManifestInput
        {
            Snapshots = [.. snapshots.Select(s => new SnapshotProvenance(s.SnapshotId, s.Fingerprint))],
            Parameters = parameters,
            Skipped = [.. Missing(snapshots), .. results.SelectMany(r => r.Skipped).Select(s => new SkippedItem(s.Key.ToString(), $"{s.Code} {s.Reason}"))],
            Issues = issues,
        };
    }
}

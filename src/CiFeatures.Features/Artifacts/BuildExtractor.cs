using CiFeatures.Core.Tables;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Artifacts;

/// <summary>Computes the tables about builds from snapshots, build by build: memory holds a few builds at a time and no log, however many there are.</summary>
public sealed class BuildExtractor
{
    /// <summary>The dashboard that stands for Prow's builds wherever a dashboard is needed to name one.</summary>
    public const string Dashboard = "prow";

    private readonly FeatureOptions _options;
    private readonly BuildTables _tables;

    /// <summary>Makes an extractor.</summary>
    /// <param name="options">What is computed: the filter of jobs, the snapshot column and the threads count here.</param>
    public BuildExtractor(FeatureOptions options)
    {
        _options = options;
        _tables = new BuildTables(options.WithSnapshotColumn);
    }

    /// <summary>The schemas of the tables, in fixed order: <c>builds</c>, <c>listings</c>, <c>events</c>, <c>junit</c>, <c>logs</c>.</summary>
    public IReadOnlyList<TableSchema> Schemas => _tables.Schemas;

    /// <summary>Computes the tables and hands their rows on in ordinal order of jobs, newest build first.</summary>
    /// <param name="sources">The snapshots, oldest first; a build that several have is taken from the newest.</param>
    /// <param name="writers">Writers by the names of tables; a table without one is not computed.</param>
    /// <param name="progress">Told after every build; may be null.</param>
    /// <param name="cancellation">Ends the work between two builds.</param>
    /// <returns>What was counted, repaired and left out.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExtractionResult Extract(
        IReadOnlyList<BuildSource> sources,
        IReadOnlyDictionary<string, ITableWriter> writers,
        IProgress<ExtractionProgress>? progress,
        CancellationToken cancellation) => Extract(BuildPlan.Of(sources, _options.JobFilter), writers, progress, cancellation);

    /// <summary>Computes the tables of chosen builds and hands their rows on in the order given.</summary>
    /// <param name="plan">The builds.</param>
    /// <param name="writers">Writers by the names of tables; a table without one is not computed.</param>
    /// <param name="progress">Told after every build; may be null.</param>
    /// <param name="cancellation">Ends the work between two builds.</param>
    /// <returns>What was counted, repaired and left out.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExtractionResult Extract(
        IReadOnlyList<PlannedBuild> plan,
        IReadOnlyDictionary<string, ITableWriter> writers,
        IProgress<ExtractionProgress>? progress,
        CancellationToken cancellation)
    {
        var result = new ExtractionResult();
        OrderedWork.Run(
            plan,
            _options.Threads,
            build => new BuildExtraction(_tables, writers.ContainsKey, build).Compute(),
            outcome =>
            {
                result.Add(outcome);
                foreach (FeatureTable piece in outcome.Pieces)
                {
                    writers[piece.Schema.Name].Write(piece);
                }

                progress?.Report(new ExtractionProgress(result.Builds, plan.Count, outcome.Key.Job));
            },
            cancellation);
        return result;
    }
}

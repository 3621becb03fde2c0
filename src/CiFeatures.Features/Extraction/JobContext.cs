using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Extraction;

/// <summary>All that the features of one job are computed from. Computed once, then asked by every table.</summary>
internal sealed class JobContext
{
    public required string Snapshot { get; init; }

    public required JobKey Key { get; init; }

    /// <summary>Gets what the dashboard's summary says; null when it does not list the job.</summary>
    public JobSummary? Summary { get; init; }

    /// <summary>Gets the figures in the published status text; null when it has none.</summary>
    public StatusText? PublishedText { get; init; }

    /// <summary>Gets the facts of the grid; null when the snapshot has no table answer for the job.</summary>
    public GridFacts? Grid { get; init; }

    public static JobContext Create(string snapshot, JobKey key, JobSummary? summary, JobGrid? grid, FeatureOptions options) => new()
    {
        Snapshot = snapshot,
        Key = key,
        Summary = summary,
        PublishedText = summary?.StatusText.ValueOrDefault() is { } text && StatusText.TryParse(text, out StatusText parsed) ? parsed : null,
        Grid = grid is null ? null : GridFacts.Of(grid, options),
    };
}

using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>Finds out when a build began.</summary>
internal static class BuildStart
{
    /// <summary>What <c>started.json</c> says, with the start of <c>prowjob.json</c> where it has none and the options allow it.</summary>
    /// <param name="record">The build.</param>
    /// <param name="options">The settings.</param>
    public static BuildStarted? Of(BuildRecord record, ColumnOptions options) =>
        record.Started?.Time is null && options.StartFromProwJob && (record.ProwJob?.Pending ?? record.ProwJob?.Started) is { } start
            ? (record.Started ?? new()) with { Time = start }
            : record.Started;
}

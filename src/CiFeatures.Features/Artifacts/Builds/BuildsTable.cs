using CiFeatures.Core.Builds;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.Builds;

/// <summary>The table <c>builds</c>: one row for every build of a Prow job.</summary>
internal static partial class BuildsTable
{
    private const string NoStarted = "when the build has no started.json or it does not say";
    private const string NoFinished = "when the build has no finished.json or it does not say";
    private const string NoProwJob = "when the build has no prowjob.json or it does not say";

    public static FeatureTableDefinition<BuildContext> Define(bool withSnapshot)
    {
        FeatureColumns<BuildContext> columns = BuildKeyColumns.Begin<BuildContext>(withSnapshot, c => c);
        Outcome(columns);
        Origin(columns);
        Files(columns);
        Events(columns);
        JUnit(columns);
        return new FeatureTableDefinition<BuildContext>("builds", "job, build", columns);
    }

    private static void Outcome(FeatureColumns<BuildContext> columns) => columns
        .Time("started", "When the build began", c => Milliseconds(c.Record.Started?.Time), NoStarted, "started.json")
        .Time("finished", "When the build ended", c => Milliseconds(c.Record.Finished?.Time), NoFinished + ": it still ran, or was lost", "finished.json")
        .Number("duration_seconds", "s", "How long the build took", c => c.DurationSeconds, "when either time is not known or the end is before the start", "started.json, finished.json", "finished − started")
        .Text("result", "The result in words, such as SUCCESS", c => Present(c.Record.Finished?.Result), NoFinished, "finished.json")
        .Flag("passed", "Whether the build passed: what finished.json says, else whether its result is SUCCESS", c => c.Passed, "when the build has no finished.json or it says neither", "finished.json; TestGrid's rule for the Overall row")
        .Text("version", "What was tested: the first version or revision that finished.json or started.json have, behind its first +, at most 9 characters", c => BuildVersion.Of(c.Record.Started, c.Record.Finished), "when neither file has one (TestGrid shows \"missing\")", "TestGrid's rule for the Commit header");

    private static void Origin(FeatureColumns<BuildContext> columns) => columns
        .Text("repos", "Repositories with branch or pull requests, repository=reference, sorted, joined by a blank", c => Pairs(c.Record.Started?.Repos) ?? Pairs(c.Record.ProwJob?.Repos), "when neither started.json nor prowjob.json has one", "started.json, else prowjob.json")
        .Text("pull", "The pull request of a presubmit, as the file writes it", c => Present(c.Record.Started?.Pull), NoStarted, "started.json")
        .Text("node", "The node the build ran on", c => Present(c.Record.Started?.Node), NoStarted, "started.json")
        .Text("prow_cluster", "The build cluster", c => Present(c.Record.ProwJob?.Cluster), NoProwJob, "prowjob.json")
        .Text("prow_type", "periodic, postsubmit, presubmit or batch", c => Present(c.Record.ProwJob?.Type), NoProwJob, "prowjob.json")
        .Text("prow_state", "The state when prowjob.json was written, such as success; a build's last state can be missing", c => Present(c.Record.ProwJob?.State), NoProwJob, "prowjob.json")
        .Text("prow_description", "What is said of the state", c => Present(c.Record.ProwJob?.Description), NoProwJob, "prowjob.json")
        .Number("prow_queue_seconds", "s", "From when Prow created the job to when its pod was made", c => (c.Record.ProwJob?.Pending - c.Record.ProwJob?.Started)?.TotalSeconds, "when prowjob.json lacks one of the times", "prowjob.json", "status.pendingTime − status.startTime")
        .Text("address", "Where the build lies, such as gs://bucket/logs/job/build/", c => Present(c.Record.Address), "when it is not known");

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    private static string? Present(string? text) => text is { Length: > 0 } ? text : null;

    private static string? Pairs(IReadOnlyDictionary<string, string>? pairs) => pairs is { Count: > 0 }
        ? string.Join(' ', pairs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Length == 0 ? p.Key : $"{p.Key}={p.Value}"))
        : null;

    private static string? Names(IReadOnlyList<ListingEntry>? entries) =>
        entries is null ? null : string.Join(' ', entries.Select(e => e.DisplayName).Order(StringComparer.Ordinal));

    private static long? Sizes(IReadOnlyList<ListingEntry>? entries) =>
        entries is null || !entries.Any(e => e.Bytes is not null) ? null : entries.Sum(e => e.Bytes ?? 0);
}

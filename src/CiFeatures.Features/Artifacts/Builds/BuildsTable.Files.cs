using CiFeatures.Core.Builds;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Artifacts.Builds;

/// <content>The columns about which files a build has.</content>
internal static partial class BuildsTable
{
    private const string NotListed = "when the folder was not listed";
    private const string NotKnown = "when neither a listing nor a request tells";
    private const string NotTaken = "when the file was not taken";
    private const string NoSize = "when the folder was not listed or no entry says its size";

    private static void Files(FeatureColumns<BuildContext> columns)
    {
        columns
            .Count("top_entries", "entries", "Entries of the build's own folder; a link to the folder above is none", c => c.Presence.Entries("")?.Count, NotListed)
            .Text("top_names", "Entries of the build's own folder, sorted, joined by a blank; folders end in a slash", c => Names(c.Presence.Entries("")), NotListed)
            .LongCount("top_bytes", "bytes", "Sum of the sizes that the listing of the build's own folder says", c => Sizes(c.Presence.Entries("")), NoSize)
            .Count("artifacts_entries", "entries", "Entries of artifacts/; 0 when the build has no such folder", c => c.Presence.Entries(BuildPaths.Artifacts)?.Count, NotListed)
            .Text("artifacts_names", "Entries of artifacts/, sorted, joined by a blank; folders end in a slash", c => Names(c.Presence.Entries(BuildPaths.Artifacts)), NotListed)
            .LongCount("artifacts_bytes", "bytes", "Sum of the sizes that the listing of artifacts/ says, without folders below it", c => Sizes(c.Presence.Entries(BuildPaths.Artifacts)), NoSize);
        foreach ((string name, string path) in new[]
        {
            ("has_started", BuildPaths.Started), ("has_finished", BuildPaths.Finished), ("has_podinfo", BuildPaths.PodInfo),
            ("has_prowjob", BuildPaths.ProwJob), ("has_build_log", BuildPaths.BuildLog),
        })
        {
            columns.Flag(name, $"Whether the build has {path}", c => c.Presence.Has(path), NotKnown);
        }

        columns
            .Flag("has_events", "Whether the build has a file events.json that is not empty", c => c.HasEvents, NotKnown, "the second AI4CI notebook's availability of events")
            .Flag("has_junit", "Whether the build has a JUnit file below artifacts/", c => c.HasJUnit, "when no file was seen and not every folder below artifacts/ was listed", "TestGrid's rule for names of JUnit files")
            .LongCount("build_log_bytes", "bytes", "Size of build-log.txt after content decoding", c => c.Presence.Bytes(BuildPaths.BuildLog), NotTaken)
            .LongCount("build_log_stored_bytes", "bytes", "Size of build-log.txt as the bucket's listing says; packed where it is stored so", c => c.Presence.Entry(BuildPaths.BuildLog)?.Bytes, NoSize)
            .LongCount("prowjob_bytes", "bytes", "Size of prowjob.json after content decoding", c => c.Presence.Bytes(BuildPaths.ProwJob), NotTaken)
            .LongCount("podinfo_bytes", "bytes", "Size of podinfo.json after content decoding", c => c.Presence.Bytes(BuildPaths.PodInfo), NotTaken)
            .LongCount("events_bytes", "bytes", "Size of all files events.json after content decoding", c => Taken(c.EventFiles), NotTaken)
            .LongCount("junit_bytes", "bytes", "Size of all JUnit files after content decoding", c => Taken(c.JUnitFiles), NotTaken)
            .Count("files_taken", "files", "Files of the build that the snapshot holds", c => c.Record.Files.Count(f => !f.IsMissing))
            .LongCount("files_taken_bytes", "bytes", "Their size after content decoding", c => c.Record.Files.Sum(f => f.Bytes ?? 0))
            .Count("files_missing", "files", "Files that were asked for and that the bucket did not have", c => c.Record.Files.Count(f => f.IsMissing))
            .Text("missing_names", "Their paths, sorted, joined by a blank", c => string.Join(' ', c.Record.Files.Where(f => f.IsMissing).Select(f => f.Path).Order(StringComparer.Ordinal)));
    }

    private static long? Taken(IEnumerable<BuildFile> files)
    {
        long? sum = null;
        foreach (BuildFile file in files.Where(f => !f.IsMissing))
        {
            sum = (sum ?? 0) + file.Bytes;
        }

        return sum;
    }
}

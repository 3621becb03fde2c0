using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Events;
using CiFeatures.Features.Artifacts.JUnit;

namespace CiFeatures.Features.Artifacts.Builds;

/// <summary>All that a row of <c>builds</c> is computed from.</summary>
internal sealed class BuildContext
{
    public BuildContext(string snapshot, BuildRecord record)
    {
        Snapshot = snapshot;
        Record = record;
        Presence = new BuildPresence(record);
    }

    public string Snapshot { get; }

    public BuildRecord Record { get; }

    public BuildPresence Presence { get; }

    /// <summary>Gets or sets the summary of the events; null when no event list could be read.</summary>
    public EventSummary? Events { get; set; }

    /// <summary>Gets or sets the summary of the JUnit files; null when none could be read.</summary>
    public JUnitSummary? JUnit { get; set; }

    /// <summary>Gets the seconds from start to end; null when either is not known or the end is before the start.</summary>
    public double? DurationSeconds => Record.Finished?.Time - Record.Started?.Time is { } duration && duration >= TimeSpan.Zero ? duration.TotalSeconds : null;

    /// <summary>Gets whether the build passed; where <c>finished.json</c> does not say, its result decides.</summary>
    public bool? Passed => Record.Finished?.Passed ?? (Record.Finished is { Result.Length: > 0 } finished ? finished.Result == "SUCCESS" : null);

    /// <summary>Gets the files of events that were taken, an empty one included.</summary>
    public IEnumerable<BuildFile> EventFiles => Record.Files.Where(f => BuildPaths.IsEvents(f.Path));

    /// <summary>Gets the JUnit files that were taken.</summary>
    public IEnumerable<BuildFile> JUnitFiles => Record.Files.Where(f => BuildPaths.IsJUnit(f.Path));

    /// <summary>Gets whether the build has events: an event list that is not empty.</summary>
    public bool? HasEvents => EventFiles.Any(f => f.Bytes > 0) ? true : EventFiles.Any() ? false : Presence.Has(BuildPaths.BuildEvents);

    /// <summary>Gets whether the build has a JUnit file; null when neither a taken file nor a listing tells.</summary>
    public bool? HasJUnit
    {
        get
        {
            bool isThere = JUnitFiles.Any(f => !f.IsMissing)
                || Record.Listings.Any(l => l.Entries.Any(e => !e.IsFolder && BuildPaths.IsJUnit(l.Folder + e.Name)));
            return isThere ? true : IsListedWhole() ? false : null;
        }
    }

    // Only when every folder below artifacts/ was looked into does a JUnit file that was not seen not exist.
    private bool IsListedWhole()
    {
        if (Presence.Entries(BuildPaths.Artifacts) is not { } top)
        {
            return false;
        }

        var listed = Record.Listings.Select(l => l.Folder).ToHashSet(StringComparer.Ordinal);
        return top.Count == 0 || Record.Listings
            .Where(l => l.Folder.StartsWith(BuildPaths.Artifacts, StringComparison.Ordinal))
            .All(l => l.Entries.All(e => !e.IsFolder || listed.Contains($"{l.Folder}{e.Name}/")));
    }
}

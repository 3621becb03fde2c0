namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>What builds have in one folder.</summary>
/// <param name="Folder">The folder below the build's own: empty for the top level, or <c>artifacts/</c>.</param>
/// <param name="Builds">Builds of which it is known what the folder holds: the denominator of every share. One whose listing shows that it has no such folder counts, with no entries.</param>
/// <param name="EntryCounts">How many entries builds have, the most frequent number first.</param>
/// <param name="Combinations">Each exact set of entries, the most frequent first.</param>
/// <param name="Files">Every entry that at least one build has, those that most builds have first.</param>
public sealed record FolderCompleteness(
    string Folder,
    long Builds,
    IReadOnlyList<EntryCount> EntryCounts,
    IReadOnlyList<EntryCombination> Combinations,
    IReadOnlyList<EntryAbsence> Files);

/// <summary>How many builds have a number of entries.</summary>
/// <param name="Entries">The number of entries.</param>
/// <param name="Builds">Builds with so many.</param>
/// <param name="Share">Their share of the folder's builds, 0 to 1.</param>
public sealed record EntryCount(int Entries, long Builds, double Share);

/// <summary>How many builds have exactly these entries.</summary>
/// <param name="Names">The entries in ordinal order, folders with a slash at their end; empty for builds that have nothing there.</param>
/// <param name="Builds">Builds with exactly these.</param>
/// <param name="Share">Their share of the folder's builds, 0 to 1.</param>
public sealed record EntryCombination(IReadOnlyList<string> Names, long Builds, double Share);

/// <summary>How many builds lack an entry that others have.</summary>
/// <param name="Name">The entry, with a slash at its end when it is a folder.</param>
/// <param name="Present">Builds that have it.</param>
/// <param name="Missing">Builds that do not.</param>
/// <param name="MissingShare">The share of those that do not, 0 to 1.</param>
public sealed record EntryAbsence(string Name, long Present, long Missing, double MissingShare);

namespace CiFeatures.Core.Builds;

/// <summary>The version that TestGrid shows for a build under the header "Commit".</summary>
public static class BuildVersion
{
    private const int Shown = 9;

    /// <summary>
    /// The first that is not empty of: finished job version, started job version, started repo version, finished repo version, finished
    /// metadata <c>revision</c>, <c>repo-commit</c> and <c>job-version</c>, started repo commit; what follows its first "+", cut to nine characters.
    /// </summary>
    /// <param name="started">What <c>started.json</c> says; null when there is none.</param>
    /// <param name="finished">What <c>finished.json</c> says; null when there is none.</param>
    /// <returns>The version; null where no file has one (TestGrid shows "missing").</returns>
    public static string? Of(BuildStarted? started, BuildFinished? finished)
    {
        IReadOnlyDictionary<string, string>? metadata = finished?.Metadata;
        string?[] places =
        [
            finished?.JobVersion, started?.JobVersion, started?.RepoVersion, finished?.RepoVersion,
            metadata?.GetValueOrDefault("revision"), metadata?.GetValueOrDefault("repo-commit"), metadata?.GetValueOrDefault("job-version"), started?.RepoCommit,
        ];
        if (places.FirstOrDefault(p => p is { Length: > 0 }) is not { } version)
        {
            return null;
        }

        string behind = version[(version.IndexOf('+', StringComparison.Ordinal) + 1)..];
        return behind.Length <= Shown ? behind : behind[..Shown];
    }
}

using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Prow;

/// <summary>The version that TestGrid shows for a build under the header "Commit" (TESTGRID.md 6).</summary>
public static class BuildVersion
{
    /// <summary>What is shown where no file has a version.</summary>
    public const string Missing = "missing";

    private const int Shown = 9;

    /// <summary>
    /// The first that is not empty of: finished job version, started job version, started repo version, finished repo version, finished
    /// metadata <c>revision</c>, <c>repo-commit</c> and <c>job-version</c>, started repo commit; what follows its first "+", cut to nine characters.
    /// </summary>
    /// <param name="started">What <c>started.json</c> says; null when there is none.</param>
    /// <param name="finished">What <c>finished.json</c> says; null when there is none.</param>
    /// <returns>The version, or <see cref="Missing"/>.</returns>
    public static string Of(BuildStarted? started, BuildFinished? finished)
    {
        string[] candidates =
        [
            finished?.JobVersion ?? "",
            started?.JobVersion ?? "",
            started?.RepoVersion ?? "",
            finished?.RepoVersion ?? "",
            finished?.Metadata.GetValueOrDefault("revision") ?? "",
            finished?.Metadata.GetValueOrDefault("repo-commit") ?? "",
            finished?.Metadata.GetValueOrDefault("job-version") ?? "",
            started?.RepoCommit ?? "",
        ];
        string version = candidates.FirstOrDefault(c => c.Length > 0, Missing);
        string behind = version[(version.IndexOf('+', StringComparison.Ordinal) + 1)..];
        return behind.Length <= Shown ? behind : behind[..Shown];
    }
}

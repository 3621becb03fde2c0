using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts.Builds;

/// <summary>The version that a build tested, by the rule of TestGrid's <c>Commit</c> header.</summary>
internal static class BuildVersion
{
    private const int MostCharacters = 9;

    /// <summary>The version: the first of the places that has one, behind its first "+", cut to nine characters; null when no place has one.</summary>
    public static string? Of(BuildStarted? started, BuildFinished? finished)
    {
        IReadOnlyDictionary<string, string>? metadata = finished?.Metadata;
        string?[] places =
        [
            finished?.JobVersion, started?.JobVersion, started?.RepoVersion, finished?.RepoVersion,
            metadata?.GetValueOrDefault("revision"), metadata?.GetValueOrDefault("repo-commit"), metadata?.GetValueOrDefault("job-version"), started?.RepoCommit,
        ];
        if (places.FirstOrDefault(p => p is { Length: > 0 }) is not { } whole)
        {
            return null;
        }

        string version = whole[(whole.IndexOf('+', StringComparison.Ordinal) + 1)..];
        return version.Length > MostCharacters ? version[..MostCharacters] : version;
    }
}

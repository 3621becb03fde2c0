using System.IO.Enumeration;

namespace CiFeatures.Cli.Hosting;

/// <summary>Matches names against patterns with * and ?.</summary>
internal static class Globs
{
    /// <summary>Whether a name matches one of the patterns; no patterns match everything.</summary>
    public static bool Match(IReadOnlyCollection<string>? patterns, string name) =>
        patterns is null || patterns.Count == 0 || patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, name, ignoreCase: false));
}

using System.Buffers;

namespace CiFeatures.Collection.Artifacts;

/// <summary>Which names of objects and folders can be followed and written.</summary>
public static class ArtifactNames
{
    private const int MaxSegment = 1024;
    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\");

    /// <summary>Whether a name is one of an entry in its folder: not empty, no way up, no separators, no control characters, also when it is unescaped.</summary>
    /// <param name="segment">The name without the slash at the end of a folder.</param>
    public static bool IsPlain(string segment)
    {
        if (segment.Length is 0 or > MaxSegment || segment is "." or ".." || segment.AsSpan().ContainsAny(Separators) || segment.Any(char.IsControl))
        {
            return false;
        }

        // Somebody further on may unescape it once more.
        return !segment.Contains('%', StringComparison.Ordinal) || (Uri.UnescapeDataString(segment) is var plain
            && plain is not ("." or "..") && !plain.AsSpan().ContainsAny(Separators) && !plain.Any(char.IsControl));
    }

    /// <summary>Whether every segment of a path is plain.</summary>
    /// <param name="path">A path with <c>/</c>, without one at its beginning and its end.</param>
    public static bool IsPlainPath(string path) => path.Split('/').All(IsPlain);

    /// <summary>The name of an entry below a folder.</summary>
    /// <param name="folder">The folder: empty, or with a slash at its end.</param>
    /// <param name="name">The full name, with a slash at its end where it is a folder.</param>
    /// <param name="wholeTree">Whether it may lie deeper than in the folder itself.</param>
    /// <returns>The path below the folder without a slash at its end; null where it is no plain one.</returns>
    public static string? Below(string folder, string name, bool wholeTree)
    {
        if (name.Length <= folder.Length || !name.StartsWith(folder, StringComparison.Ordinal))
        {
            return null;
        }

        string rest = name[folder.Length..];
        rest = rest[^1] == '/' ? rest[..^1] : rest;
        return (wholeTree ? IsPlainPath(rest) : IsPlain(rest)) ? rest : null;
    }
}

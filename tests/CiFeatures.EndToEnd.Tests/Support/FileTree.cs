using System.Security.Cryptography;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>The files of a folder as text, to compare two folders or one at two times.</summary>
internal static class FileTree
{
    /// <summary>One line for each file and folder below a folder, hidden ones too: its path, length and SHA-256, in order.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(e => Line(folder, e)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The names directly in a folder, hidden ones too, in order.</summary>
    public static IReadOnlyList<string> Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal)];

    private static string Line(string root, string entry)
    {
        string path = Path.GetRelativePath(root, entry);
        if (Directory.Exists(entry))
        {
            return path + "/";
        }

        using FileStream file = File.OpenRead(entry);
        return FormattableString.Invariant($"{path} {file.Length} {Convert.ToHexStringLower(SHA256.HashData(file))}");
    }
}

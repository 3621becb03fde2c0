namespace CiFeatures.Collection.Import;

/// <summary>Paths without symbolic links, to tell what really lies inside a folder.</summary>
internal static class CanonicalPath
{
    // As many links as Linux follows in one path.
    private const int MaxLinks = 40;

    /// <summary>The path with every symbolic link in it resolved.</summary>
    /// <param name="path">A file or folder.</param>
    /// <returns>The path, or null where a link leads in circles.</returns>
    /// <exception cref="IOException">A part of the path cannot be read.</exception>
    public static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        string resolved = Path.GetPathRoot(full)!;
        Stack<string> rest = new(Parts(full[resolved.Length..]));
        int links = 0;
        while (rest.TryPop(out string? part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            string next = Path.Combine(resolved, part);
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                resolved = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                resolved = Path.GetPathRoot(target)!;
                target = target[resolved.Length..];
            }

            foreach (string piece in Parts(target))
            {
                rest.Push(piece);
            }
        }

        return resolved;
    }

    /// <summary>Whether a canonical path is a folder or lies in it.</summary>
    /// <param name="path">The canonical path.</param>
    /// <param name="folder">The canonical folder.</param>
    public static bool IsInside(string path, string folder) =>
        string.Equals(path, folder, StringComparison.Ordinal)
        || path.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(p => p is not ("" or ".")).Reverse();
}

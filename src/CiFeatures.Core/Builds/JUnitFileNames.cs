using System.Text.RegularExpressions;

namespace CiFeatures.Core.Builds;

/// <summary>Which files TestGrid reads as JUnit files, and what their names say.</summary>
public static partial class JUnitFileNames
{
    private const string Start = "/junit";
    private const string Ending = ".xml";
    private const string BazelName = "/test.xml";

    /// <summary>Reads a path below a build's folder, such as <c>artifacts/junit_runner.xml</c>.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Null when it is no JUnit file by its name.</returns>
    public static JUnitFileName? OfArtifact(string path) => Parse("./" + path);

    /// <summary>
    /// Reads an object's whole path. It has a folder, and after some slash "junit", anything or nothing, and ".xml" at the end, or "test.xml" alone. A folder
    /// whose name begins with "junit" counts too.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <returns>Null when it is no JUnit file by its name.</returns>
    public static JUnitFileName? Parse(string path)
    {
        if (!path.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        // Something has to be before the slash.
        int start = path.LastIndexOf(Start, path.Length - Ending.Length, StringComparison.Ordinal);
        if (start > 0)
        {
            string middle = path[(start + Start.Length)..^Ending.Length];
            Match parts = Parts().Match(middle);
            return parts.Success
                ? new JUnitFileName(Part(parts.Groups[1]), Part(parts.Groups[2]), Part(parts.Groups[3]))
                : new JUnitFileName(middle, "", "");
        }

        return path.Length > BazelName.Length && path.EndsWith(BazelName, StringComparison.Ordinal) ? new JUnitFileName("", "", "") : null;
    }

    private static string Part(Group group) => group.Length == 0 ? "" : group.Value[1..];

    [GeneratedRegex(@"\A(_[^_]+)?(_[0-9]+-[0-9]+)?(_[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}

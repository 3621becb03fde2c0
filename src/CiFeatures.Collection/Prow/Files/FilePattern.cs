using System.IO.Enumeration;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>Which files of a build are taken: a path, with <c>*</c> and <c>?</c> within a name and <c>**</c> for any folders, also none. Case matters.</summary>
internal sealed class FilePattern
{
    private const string AnyFolders = "**";
    private const int MaxSegments = 64;
    private readonly string[] _segments;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is no path below a build (CIF1236).</exception>
    public FilePattern(string text)
    {
        _segments = text.Split('/');
        if (_segments.Length > MaxSegments || _segments.Any(s => s != AnyFolders && !Artifacts.ArtifactNames.IsPlain(s)) || _segments[^1] == AnyFolders)
        {
            throw ProwErrors.BadSetting("files", $"'{text}' is no path of a file below a build", "Give one like build-log.txt, artifacts/*.json or artifacts/**/junit*.xml.");
        }

        Text = text;
        IsPath = !text.AsSpan().ContainsAny('*', '?');
    }

    /// <summary>Gets the pattern.</summary>
    public string Text { get; }

    /// <summary>Gets whether it is one path.</summary>
    public bool IsPath { get; }

    /// <summary>Whether a file matches.</summary>
    /// <param name="path">Its path below the build.</param>
    public bool Matches(string path)
    {
        if (IsPath)
        {
            return string.Equals(path, Text, StringComparison.Ordinal);
        }

        string[] names = path.Split('/');

        // reached[j]: the first names match the first j segments. One row at a time, so that no pattern takes long.
        bool[] reached = new bool[_segments.Length + 1];
        Start(reached);
        foreach (string name in names)
        {
            Step(reached, name);
        }

        return reached[^1];
    }

    /// <summary>Whether a file below a folder could match.</summary>
    /// <param name="folder">The folder below the build, with a slash at its end; empty for the build itself.</param>
    public bool MayMatchBelow(string folder)
    {
        bool[] reached = new bool[_segments.Length + 1];
        Start(reached);
        foreach (string name in folder.Length == 0 ? [] : folder[..^1].Split('/'))
        {
            Step(reached, name);
        }

        // Something has to be left for the file's own name.
        return reached.AsSpan(0, _segments.Length).Contains(true);
    }

    private void Start(bool[] reached)
    {
        reached[0] = true;
        SkipFolders(reached);
    }

    private void Step(bool[] reached, string name)
    {
        for (int j = _segments.Length; j > 0; j--)
        {
            string segment = _segments[j - 1];
            reached[j] = segment == AnyFolders
                ? reached[j]
                : reached[j - 1] && FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase: false);
        }

        reached[0] = false;
        SkipFolders(reached);
    }

    /// <summary>Any folders may be none.</summary>
    private void SkipFolders(bool[] reached)
    {
        for (int j = 1; j <= _segments.Length; j++)
        {
            reached[j] |= _segments[j - 1] == AnyFolders && reached[j - 1];
        }
    }
}

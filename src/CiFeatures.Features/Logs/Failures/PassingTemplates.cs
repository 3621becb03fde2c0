namespace CiFeatures.Features.Logs.Failures;

/// <summary>The templates of the lines of passing logs, as hashes.</summary>
internal sealed class PassingTemplates(int limit)
{
    private readonly HashSet<ulong> _seen = [];

    /// <summary>Whether any passing log was added.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds all lines of a log, or none when reading it fails. Beyond the limit no further template is taken, so that memory stays bounded.</summary>
    public void Add(Stream log, int maxLineBytes)
    {
        HashSet<ulong> added = [];
        var text = new LineText();
        using var lines = new LogLineReader(log, maxLineBytes);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            text.Set(line);
            if (_seen.Count + added.Count < limit)
            {
                added.Add(LineTemplate.Hash(text.Content));
            }
        }

        _seen.UnionWith(added);
        Any = true;
    }

    public bool Contains(ulong template) => _seen.Contains(template);
}

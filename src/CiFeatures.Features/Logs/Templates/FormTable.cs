namespace CiFeatures.Features.Logs.Templates;

/// <summary>The forms seen so far, found by the hash of a line's tokens, within a bound of memory.</summary>
/// <param name="maxBytes">About how much memory the forms may take.</param>
internal sealed class FormTable(long maxBytes)
{
    // What a form takes: the object itself; its line once as bytes and once as text; hashes and texts of each token.
    private const int BytesOfForm = 256;
    private const int BytesOfCharacter = 3;
    private const int BytesOfToken = 120;

    private readonly KeyMap _indexes = new();
    private long _bytes;

    /// <summary>The forms in order of their first lines.</summary>
    public List<LineForm> Forms { get; } = [];

    /// <summary>Finds a line's form, or adds it.</summary>
    /// <returns>Index in <see cref="Forms"/>; -1 where it is new and there is no room for it.</returns>
    public int Add(ReadOnlySpan<byte> line, LineTokens tokens, long lineNumber)
    {
        ulong key = FormKey.Of(line, tokens);
        int found = _indexes.Find(key);
        if (found >= 0)
        {
            Forms[found].Take(line, lineNumber);
            return found;
        }

        long bytes = BytesOfForm + ((long)BytesOfCharacter * line.Length) + ((long)BytesOfToken * tokens.Count);
        if (_bytes + bytes > maxBytes)
        {
            return -1;
        }

        _bytes += bytes;
        _indexes.Add(key, Forms.Count);
        Forms.Add(new LineForm(TokenPattern.FromLine(line, tokens), tokens.Kind.AsSpan(0, tokens.Count).ToArray()));
        Forms[^1].Take(line, lineNumber);
        return Forms.Count - 1;
    }
}

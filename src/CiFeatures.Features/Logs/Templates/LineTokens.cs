namespace CiFeatures.Features.Logs.Templates;

/// <summary>The tokens of one line, in arrays that are used again for the next line.</summary>
internal sealed class LineTokens(int capacity)
{
    /// <summary>First byte of each token.</summary>
    public int[] Start { get; } = new int[capacity];

    /// <summary>The byte after each token.</summary>
    public int[] End { get; } = new int[capacity];

    /// <summary>What each token looks like.</summary>
    public TokenKind[] Kind { get; } = new TokenKind[capacity];

    /// <summary>Hash of the text between the token before and this one.</summary>
    public ulong[] Gap { get; } = new ulong[capacity];

    /// <summary>Hash of the text after the last token.</summary>
    public ulong LastGap { get; set; }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; set; }

    /// <summary>How many tokens fit.</summary>
    public int Capacity => Start.Length;

    /// <summary>Whether there is a last token and it is a value.</summary>
    public bool EndsWithValue => Count > 0 && Kind[Count - 1] == TokenKind.Variable;

    /// <summary>The byte after the last token.</summary>
    public int LastEnd => End[Count - 1];

    public void Add(int start, int end, TokenKind kind, ulong gap)
    {
        int at = Count++;
        Start[at] = start;
        End[at] = end;
        Kind[at] = kind;
        Gap[at] = gap;
    }
}

namespace CiFeatures.Features.Logs.Templates;

/// <summary>The hash of a line without its values.</summary>
internal static class FormKey
{
    private const ulong Seed = 0x2545F4914F6CDD1D;
    private const ulong ValueMark = 0x9FB21C651E98DF25;

    public static ulong Of(ReadOnlySpan<byte> line, LineTokens tokens)
    {
        ulong key = Seed;
        int count = tokens.Count;
        ReadOnlySpan<int> starts = tokens.Start.AsSpan(0, count);
        ReadOnlySpan<int> ends = tokens.End.AsSpan(0, count);
        ReadOnlySpan<TokenKind> kinds = tokens.Kind.AsSpan(0, count);
        ReadOnlySpan<ulong> gaps = tokens.Gap.AsSpan(0, count);
        for (int i = 0; i < starts.Length; i++)
        {
            ulong word = kinds[i] == TokenKind.Variable ? ValueMark : Hashing.Of(line[starts[i]..ends[i]]);
            key = Hashing.Chain(key, gaps[i], word);
        }

        return Hashing.Mix(key, tokens.LastGap);
    }
}

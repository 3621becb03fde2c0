using System.Buffers;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>What brackets do around values: <c>VALUE (VALUE)</c> is one value, and so is <c>VALUE ()</c>.</summary>
internal static class Brackets
{
    private static readonly SearchValues<byte> Enclosing = SearchValues.Create("()[]{}<>\"'`"u8);

    /// <summary>Takes a bracketed value, or an empty pair of brackets, into the value before it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="tokens">Its tokens so far; the last is a value.</param>
    /// <param name="gapStart">Where the separators behind that value begin.</param>
    /// <param name="gapEnd">Where they end.</param>
    /// <param name="gap">Their hash; what remains of them afterwards.</param>
    /// <returns>Where they end now.</returns>
    public static int Close(ReadOnlySpan<byte> line, LineTokens tokens, int gapStart, int gapEnd, ref ulong gap)
    {
        while (gapStart < gapEnd)
        {
            int next = EndsPair(line, tokens, gapStart) ? gapStart + 1 : AfterEmptyPair(line, gapStart);
            if (next <= gapStart)
            {
                break;
            }

            if (EndsPair(line, tokens, gapStart))
            {
                tokens.Count--;
            }

            tokens.End[tokens.Count - 1] = next;
            gapEnd = Gaps.Skip(line, next, line.Length, out gap);
            gapStart = next;
        }

        return gapEnd;
    }

    /// <summary>Whether the values on both sides of some separators are one: nothing is opened, closed or quoted there.</summary>
    public static bool Joins(ReadOnlySpan<byte> gap) => !gap.ContainsAny(Enclosing);

    private static bool EndsPair(ReadOnlySpan<byte> line, LineTokens tokens, int at)
    {
        int last = tokens.Count - 1;
        if (last < 1 || tokens.Kind[last - 1] != TokenKind.Variable)
        {
            return false;
        }

        ReadOnlySpan<byte> before = line[tokens.End[last - 1]..tokens.Start[last]];
        return before.Length > 0 && Opening(line[at]) == before[^1] && Joins(before[..^1]);
    }

    private static int AfterEmptyPair(ReadOnlySpan<byte> line, int start)
    {
        int at = start;
        while (at < line.Length && Bytes.Is(line[at], Bytes.Space))
        {
            at++;
        }

        return at > start && at + 1 < line.Length && Opening(line[at + 1]) == line[at] ? at + 2 : start;
    }

    private static int Opening(byte closing) => closing switch
    {
        (byte)')' => '(',
        (byte)']' => '[',
        (byte)'}' => '{',
        (byte)'>' => '<',
        _ => -1,
    };
}

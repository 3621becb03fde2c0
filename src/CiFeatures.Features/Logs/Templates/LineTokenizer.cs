namespace CiFeatures.Features.Logs.Templates;

/// <summary>Cuts a line into words and the separators between them, and takes neighbouring values together.</summary>
/// <remarks>One pass over the bytes. Values with only plain separators between them become one: a date, a list, an address with its
/// port, so that lists of different lengths have one form.</remarks>
/// <param name="maxTokens">The most tokens of a line; what follows becomes part of the last.</param>
/// <param name="builtInMasks">Whether values are told by their form; else only by a digit in them.</param>
internal sealed class LineTokenizer(int maxTokens, bool builtInMasks)
{
    /// <summary>The tokens of the line that was read last.</summary>
    public LineTokens Tokens { get; } = new(maxTokens);

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes without the line end.</param>
    public void Read(ReadOnlySpan<byte> line)
    {
        LineTokens tokens = Tokens;
        tokens.Count = 0;
        int at = 0;
        while (true)
        {
            int gapStart = at;
            at = Gaps.Skip(line, at, line.Length, out ulong gap);
            if (gapStart < at && tokens.EndsWithValue && builtInMasks)
            {
                at = Brackets.Close(line, tokens, gapStart, at, ref gap);
            }

            if (at >= line.Length)
            {
                tokens.LastGap = gap;
                return;
            }

            int start = at;
            TokenKind kind = ReadWord(line, ref at);
            if (!Append(line, start, at, kind, gap))
            {
                tokens.LastGap = Gaps.Empty;
                return;
            }
        }
    }

    private TokenKind ReadWord(ReadOnlySpan<byte> line, ref int at)
    {
        int start = at;
        if (line[at] == Bytes.Masked)
        {
            int length = line[at..].IndexOfAnyExcept(Bytes.Masked);
            at = length < 0 ? line.Length : at + length;
            return TokenKind.Variable;
        }

        if (builtInMasks && ReadValue(line, ref at))
        {
            return TokenKind.Variable;
        }

        ReadOnlySpan<byte> classes = Bytes.Classes;
        int flags = 0;
        int digits = 0;
        int hex = 0;
        while (at < line.Length)
        {
            int c = classes[line[at]];
            if ((c & (Bytes.Gap | Bytes.Dot)) != 0 && ((c & Bytes.Gap) != 0 || Gaps.EndsWord(line, at)))
            {
                break;
            }

            flags |= c;
            digits += (c >> 2) & 1;
            hex += ((c >> 2) | (c >> 3)) & 1;
            at++;
        }

        if (!builtInMasks)
        {
            return digits > 0 ? TokenKind.Variable : TokenKind.Word;
        }

        int end = at < line.Length && line[at] == (byte)':' ? Addresses.End(line, start, at, flags, hex) : 0;
        if (end > at)
        {
            at = end;
            return TokenKind.Variable;
        }

        return WordShape.Classify(line[start..at], flags, digits, hex);
    }

    /// <summary>Values that are told by what stands at or before their first byte: quoted text behind an equals sign, and paths.</summary>
    private static bool ReadValue(ReadOnlySpan<byte> line, ref int at)
    {
        if (at >= 2 && line[at - 1] is (byte)'"' or (byte)'\'' && line[at - 2] == (byte)'=')
        {
            int length = line[at..].IndexOf(line[at - 1]);
            if (length > 0)
            {
                at += length;
                return true;
            }
        }

        if (Bytes.Is(line[at], Bytes.Slash))
        {
            int end = Addresses.SkipPath(line, at);
            if (end - at > 1)
            {
                at = end;
                return true;
            }
        }

        return false;
    }

    private bool Append(ReadOnlySpan<byte> line, int start, int end, TokenKind kind, ulong gap)
    {
        LineTokens tokens = Tokens;
        if (kind == TokenKind.Variable)
        {
            if (builtInMasks)
            {
                TakeComparison(line, ref start, end, ref gap);
                TakeDateWords(line, ref start, ref gap);
            }

            if (tokens.EndsWithValue && Brackets.Joins(line[tokens.LastEnd..start]))
            {
                tokens.End[tokens.Count - 1] = end;
                return true;
            }
        }
        else if (builtInMasks && tokens.EndsWithValue && Bytes.Is(line[tokens.LastEnd - 1], Bytes.Digit) && Brackets.Joins(line[tokens.LastEnd..start]) && TimeWords.IsUnit(line[start..end]))
        {
            tokens.End[tokens.Count - 1] = end;
            return true;
        }

        if (tokens.Count == tokens.Capacity)
        {
            tokens.Kind[tokens.Count - 1] = TokenKind.Variable;
            tokens.End[tokens.Count - 1] = line.Length;
            return false;
        }

        tokens.Add(start, end, kind, gap);
        return true;
    }

    /// <summary>The sign of <c>&lt;1 sec</c> belongs to the number; that of <c>&lt;17&gt;</c> is a bracket.</summary>
    private void TakeComparison(ReadOnlySpan<byte> line, ref int start, int end, ref ulong gap)
    {
        int from = Tokens.Count > 0 ? Tokens.LastEnd : 0;
        if (start - from > 1 && line[start - 1] is (byte)'<' or (byte)'>' && Bytes.Is(line[start - 2], Bytes.Space) && Bytes.Is(line[start], Bytes.Digit)
            && (end == line.Length || line[end] != (byte)'>'))
        {
            start--;
            Gaps.Skip(line, from, start, out gap);
        }
    }

    /// <summary>Days, months and zones right before a number are part of a date.</summary>
    private void TakeDateWords(ReadOnlySpan<byte> line, ref int start, ref ulong gap)
    {
        LineTokens tokens = Tokens;
        while (tokens.Count > 0 && !tokens.EndsWithValue)
        {
            int last = tokens.Count - 1;
            if (!TimeWords.IsDatePart(line[tokens.Start[last]..tokens.End[last]]) || !Brackets.Joins(line[tokens.End[last]..start]))
            {
                return;
            }

            start = tokens.Start[last];
            gap = tokens.Gap[last];
            tokens.Count--;
        }
    }
}

using System.Text;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>A line's words with the values left open, and what stands between them.</summary>
/// <remarks>Its key is a sum over places, so that the key with another word in one place costs one subtraction and one addition.</remarks>
internal sealed class TokenPattern
{
    /// <summary>Stands for a value among <see cref="Words"/>.</summary>
    public const ulong Value = 0;

    private const ulong PlaceStep = 0x9E3779B97F4A7C15;

    private TokenPattern(ulong[] words, ulong[] gaps, string?[] wordTexts, string[] gapTexts)
    {
        Words = words;
        Gaps = gaps;
        WordTexts = wordTexts;
        GapTexts = gapTexts;
        Shape = ShapeOf(gaps);
        Key = KeyOf(Shape, words, gaps);
    }

    /// <summary>Hash of each word; <see cref="Value"/> where it is open.</summary>
    public ulong[] Words { get; }

    /// <summary>Hash of the text before each word, and after the last.</summary>
    public ulong[] Gaps { get; }

    /// <summary>Text of each word; null where it is open.</summary>
    public string?[] WordTexts { get; }

    /// <summary>Text before each word, and after the last.</summary>
    public string[] GapTexts { get; }

    /// <summary>Key of the number of words and of all that stands between them.</summary>
    public ulong Shape { get; }

    /// <summary>Key of the whole.</summary>
    public ulong Key { get; }

    /// <summary>The pattern with <c>&lt;*&gt;</c> for values.</summary>
    public string Text => Fill(null);

    /// <summary>Makes a pattern from a line.</summary>
    public static TokenPattern FromLine(ReadOnlySpan<byte> line, LineTokens tokens)
    {
        int count = tokens.Count;
        var words = new ulong[count];
        var texts = new string?[count];
        var gaps = new string[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            gaps[i] = GapText(line, at, tokens.Start[i]);
            at = tokens.End[i];
            if (tokens.Kind[i] != TokenKind.Variable)
            {
                words[i] = Hashing.Of(line[tokens.Start[i]..at]);
                texts[i] = Encoding.UTF8.GetString(line[tokens.Start[i]..at]);
            }
        }

        gaps[count] = GapText(line, at, line.Length);
        return new(words, [.. tokens.Gap.AsSpan(0, count), tokens.LastGap], texts, gaps);
    }

    /// <summary>Makes a pattern from its texts, as a stored model has them.</summary>
    public static TokenPattern FromTexts(string?[] words, string[] gaps) =>
        new([.. words.Select(w => w is null ? Value : Hashing.Of(Encoding.UTF8.GetBytes(w)))], [.. gaps.Select(g => Templates.Gaps.HashOf(Encoding.UTF8.GetBytes(g)))], words, gaps);

    /// <summary>The pattern with other words open.</summary>
    /// <param name="words">Its words, each as it is or <see cref="Value"/>.</param>
    public TokenPattern With(ulong[] words) => new(words, Gaps, [.. WordTexts.Select((t, i) => words[i] == Value ? null : t)], GapTexts);

    /// <summary>What a word in a place adds to the key.</summary>
    public static ulong Term(ulong gap, int place, ulong word) => Hashing.Mix(unchecked(gap + ((ulong)place * PlaceStep)), word);

    /// <summary>Key of what stands between the words.</summary>
    public static ulong ShapeOf(ReadOnlySpan<ulong> gaps)
    {
        ulong shape = (ulong)gaps.Length;
        foreach (ulong gap in gaps)
        {
            shape = Hashing.Mix(shape, gap);
        }

        return shape;
    }

    /// <summary>Key of a pattern with these words.</summary>
    public static ulong KeyOf(ulong shape, ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> gaps)
    {
        ulong key = shape;
        for (int i = 0; i < words.Length; i++)
        {
            key = unchecked(key + Term(gaps[i], i, words[i]));
        }

        return key;
    }

    /// <summary>Key of all but a place, and of which place that is; patterns with equal ones differ in that place at most.</summary>
    public static ulong KeyWithout(ulong key, ulong gap, int place, ulong word) => Hashing.Mix(unchecked(key - Term(gap, place, word)), (ulong)place);

    /// <summary>The key with a place open.</summary>
    public static ulong KeyOpened(ulong key, ulong gap, int place, ulong word) => unchecked(key - Term(gap, place, word) + Term(gap, place, Value));

    /// <summary>Text with values put in.</summary>
    /// <param name="values">A value for each open place; null for <c>&lt;*&gt;</c>.</param>
    public string Fill(IReadOnlyList<string>? values)
    {
        var text = new StringBuilder();
        int open = 0;
        for (int i = 0; i < Words.Length; i++)
        {
            text.Append(GapTexts[i]).Append(WordTexts[i] ?? (values is null ? "<*>" : values[open++]));
        }

        return text.Append(GapTexts[^1]).ToString();
    }

    private static string GapText(ReadOnlySpan<byte> line, int from, int to)
    {
        List<byte> text = [];
        Templates.Gaps.Skip(line, from, to, out _, text);
        return Encoding.UTF8.GetString([.. text]);
    }
}

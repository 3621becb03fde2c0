namespace CiFeatures.Core.Builds;

/// <summary>Orders texts as a person does: digits in a row count as one number, whatever its length, so that <c>a2</c> comes before <c>a10</c>.</summary>
/// <remarks>
/// It is the order in which TestGrid sorts builds and rows: a digit comes before any other character, other characters go by code point,
/// and of equal numbers the one with fewer leading zeros comes first. Only the ten ASCII digits are digits. Different texts never compare as equal.
/// </remarks>
public sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    /// <summary>Smallest first.</summary>
    public static IComparer<string> Ascending { get; } = new NaturalOrder();

    /// <summary>Largest first, as builds are listed.</summary>
    public static IComparer<string> Descending { get; } = Comparer<string>.Create((x, y) => Compare(y, x));

    /// <inheritdoc/>
    int IComparer<string>.Compare(string? x, string? y) => x is null || y is null ? string.CompareOrdinal(x, y) : Compare(x, y);

    /// <summary>Compares two texts.</summary>
    /// <param name="x">The one.</param>
    /// <param name="y">The other.</param>
    /// <returns>Below 0 when <paramref name="x"/> comes first, above 0 when <paramref name="y"/> does, 0 only for equal texts.</returns>
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        int i = 0;
        int j = 0;
        while (i < x.Length && j < y.Length)
        {
            bool digit = char.IsAsciiDigit(x[i]);
            if (digit != char.IsAsciiDigit(y[j]))
            {
                return digit ? -1 : 1;
            }

            int order = digit ? CompareNumbers(x, y, ref i, ref j) : Weight(x[i++]) - Weight(y[j++]);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Length - i - (y.Length - j);
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y, ref int i, ref int j)
    {
        int zerosX = Number(x, ref i, out ReadOnlySpan<char> numberX);
        int zerosY = Number(y, ref j, out ReadOnlySpan<char> numberY);
        return numberX.Length != numberY.Length ? numberX.Length - numberY.Length
            : numberX.SequenceCompareTo(numberY) is not 0 and int order ? order
            : zerosX - zerosY;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> number)
    {
        int start = at;
        while (at < text.Length && text[at] == '0')
        {
            at++;
        }

        int first = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        number = text[first..at];
        return first - start;
    }

    // Surrogates stand for the highest code points, though their code units lie below those of U+E000 to U+FFFF.
    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x2000 : c >= '\uE000' ? c - 0x800 : c;
}

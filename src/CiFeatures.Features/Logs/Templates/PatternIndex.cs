namespace CiFeatures.Features.Logs.Templates;

/// <summary>Finds the pattern that a line fits: the one with the fewest open places, and of those the one that opens the later ones.</summary>
internal sealed class PatternIndex
{
    private readonly Dictionary<ulong, List<Opening>> _shapes = [];

    /// <summary>Adds a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="number">What to find for it; a later number replaces an earlier one.</param>
    public void Add(TokenPattern pattern, int number)
    {
        if (!_shapes.TryGetValue(pattern.Shape, out List<Opening>? openings))
        {
            _shapes[pattern.Shape] = openings = [];
        }

        int[] places = [.. Enumerable.Range(0, pattern.Words.Length).Where(i => pattern.Words[i] == TokenPattern.Value)];
        int at = openings.FindIndex(o => Compare(o.Places, places) >= 0);
        if (at < 0 || Compare(openings[at].Places, places) != 0)
        {
            at = at < 0 ? openings.Count : at;
            openings.Insert(at, new Opening(places, []));
        }

        openings[at].Numbers[pattern.Key] = number;
    }

    /// <summary>Finds the pattern for the words of a line.</summary>
    /// <returns>The number of the pattern, or -1 where none fits.</returns>
    public int Find(TokenPattern line)
    {
        if (_shapes.TryGetValue(line.Shape, out List<Opening>? openings))
        {
            foreach (Opening opening in openings)
            {
                ulong key = line.Key;
                foreach (int place in opening.Places)
                {
                    key = TokenPattern.KeyOpened(key, line.Gaps[place], place, line.Words[place]);
                }

                if (opening.Numbers.TryGetValue(key, out int number))
                {
                    return number;
                }
            }
        }

        return -1;
    }

    private static int Compare(int[] left, int[] right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : -left.AsSpan().SequenceCompareTo(right);

    private sealed record Opening(int[] Places, Dictionary<ulong, int> Numbers);
}

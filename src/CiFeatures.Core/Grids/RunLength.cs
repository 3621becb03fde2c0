using System.Runtime.InteropServices;

namespace CiFeatures.Core.Grids;

/// <summary>
/// TestGrid's run-length code of a row's statuses: pairs of (value, count), newest cell first, as in [0,3,5,4] for three times 0 and
/// four times 5. Source: TestGrid's <c>Row.results</c> and its readers.
/// </summary>
/// <remarks>
/// Counts are never trusted: whoever decodes gives the room there is, and nothing is allocated before the sum of the counts is known.
/// A count of zero or less yields no cells. A value outside 0 to 15 becomes <see cref="CellStatus.Unknown"/>. Neighbouring
/// pairs may carry the same value.
/// </remarks>
public static class RunLength
{
    /// <summary>Sums the counts, without decoding anything. Cannot overflow: the sum of any possible list fits.</summary>
    /// <param name="pairs">Flat pairs (value, count).</param>
    /// <param name="variant">What a list of odd length means.</param>
    /// <returns>The number of cells that the pairs stand for.</returns>
    public static long CountCells(ReadOnlySpan<int> pairs, RunLengthVariant variant = RunLengthVariant.Summarizer) => CountCells(Runs(pairs, variant));

    /// <summary>Sums the counts, without decoding anything. Cannot overflow: the sum of any possible list fits.</summary>
    /// <param name="runs">The runs.</param>
    /// <returns>The number of cells that the runs stand for.</returns>
    public static long CountCells(ReadOnlySpan<StatusRun> runs)
    {
        long total = 0;
        foreach (StatusRun run in runs)
        {
            total += Math.Max(run.Count, 0);
        }

        return total;
    }

    /// <summary>Decodes into the room that is there: what does not fit is left out, what is missing becomes <see cref="CellStatus.NoResult"/>.</summary>
    /// <param name="pairs">Flat pairs (value, count).</param>
    /// <param name="cells">Gets one status code for each column; all of it is written.</param>
    /// <param name="variant">What a list of odd length means.</param>
    /// <returns>How many cells came from the pairs; fewer than the room when the row is too short. Compare <see cref="CountCells(ReadOnlySpan{int}, RunLengthVariant)"/> to learn whether it was too long.</returns>
    public static int Expand(ReadOnlySpan<int> pairs, Span<byte> cells, RunLengthVariant variant = RunLengthVariant.Summarizer) =>
        Expand(Runs(pairs, variant), cells);

    /// <summary>Decodes into the room that is there: what does not fit is left out, what is missing becomes <see cref="CellStatus.NoResult"/>.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="cells">Gets one status code for each column; all of it is written.</param>
    /// <returns>How many cells came from the runs; fewer than the room when the row is too short.</returns>
    public static int Expand(ReadOnlySpan<StatusRun> runs, Span<byte> cells)
    {
        Span<byte> rest = cells;
        foreach (StatusRun run in runs)
        {
            int count = Math.Min(run.Count, rest.Length);
            if (count <= 0)
            {
                continue;
            }

            rest[..count].Fill(ToCode(run.Value));
            rest = rest[count..];
        }

        rest.Clear();
        return cells.Length - rest.Length;
    }

    /// <summary>Decodes a whole list into a new array, unless it stands for more cells than the caller can take.</summary>
    /// <param name="pairs">Flat pairs (value, count).</param>
    /// <param name="maxCells">The most cells to allow; checked before anything is allocated.</param>
    /// <param name="cells">One status code for each cell; empty when the answer is false.</param>
    /// <param name="variant">What a list of odd length means.</param>
    /// <returns>False when the counts sum to more than <paramref name="maxCells"/>.</returns>
    public static bool TryDecode(ReadOnlySpan<int> pairs, int maxCells, out byte[] cells, RunLengthVariant variant = RunLengthVariant.Summarizer)
    {
        long total = CountCells(pairs, variant);
        if (total > maxCells)
        {
            cells = [];
            return false;
        }

        cells = new byte[total];
        Expand(pairs, cells, variant);
        return true;
    }

    /// <summary>Encodes cells as the fewest pairs: neighbouring cells of the same status share one.</summary>
    /// <param name="cells">One status code for each cell.</param>
    /// <returns>Flat pairs (value, count).</returns>
    public static int[] Encode(ReadOnlySpan<byte> cells)
    {
        List<int> pairs = [];
        while (!cells.IsEmpty)
        {
            int count = LeadingRun(cells);
            pairs.Add(cells[0]);
            pairs.Add(count);
            cells = cells[count..];
        }

        return [.. pairs];
    }

    /// <summary>Appends cells as TestGrid's <c>appendCell</c> does: the last pair grows when it has the same value, otherwise a pair is added.</summary>
    /// <param name="pairs">Flat pairs (value, count); its length must be even.</param>
    /// <param name="status">The status of the new cells.</param>
    /// <param name="count">How many cells; 0 adds a pair with count 0 where the value changes, as TestGrid does.</param>
    /// <exception cref="ArgumentException">The list is not made of whole pairs.</exception>
    public static void Append(IList<int> pairs, CellStatus status, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (pairs.Count % 2 != 0)
        {
            throw new ArgumentException("A list of pairs has an even length.", nameof(pairs));
        }

        int last = pairs.Count - 2;
        if (last >= 0 && pairs[last] == (int)status)
        {
            pairs[last + 1] += count;
            return;
        }

        pairs.Add((int)status);
        pairs.Add(count);
    }

    /// <summary>Walks the cells one by one without decoding them into memory.</summary>
    /// <param name="pairs">Flat pairs (value, count).</param>
    /// <param name="variant">What a list of odd length means.</param>
    public static RunLengthWalk Walk(ReadOnlySpan<int> pairs, RunLengthVariant variant = RunLengthVariant.Summarizer) => new(Runs(pairs, variant));

    /// <summary>How many cells at the start have the same status as the first one.</summary>
    /// <param name="cells">The cells.</param>
    /// <returns>0 for no cells.</returns>
    public static int LeadingRun(ReadOnlySpan<byte> cells)
    {
        if (cells.IsEmpty)
        {
            return 0;
        }

        int end = cells.IndexOfAnyExcept(cells[0]);
        return end < 0 ? cells.Length : end;
    }

    /// <summary>Whether a published number is one of the 16 status codes.</summary>
    /// <param name="value">The number.</param>
    public static bool IsKnown(int value) => value is >= 0 and < CellStatuses.Count;

    internal static byte ToCode(int value) => IsKnown(value) ? (byte)value : (byte)CellStatus.Unknown;

    // StatusRun is two int32 fields in this order, so a list of pairs can be read as a list of runs without a copy.
    private static ReadOnlySpan<StatusRun> Runs(ReadOnlySpan<int> pairs, RunLengthVariant variant) =>
        variant == RunLengthVariant.Api && pairs.Length % 2 != 0 ? [] : MemoryMarshal.Cast<int, StatusRun>(pairs);
}

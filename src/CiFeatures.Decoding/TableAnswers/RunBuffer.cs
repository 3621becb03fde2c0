using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>The runs of all rows, one row after the other. Rows may come before the columns are known, so they wait here in compact form.</summary>
internal sealed class RunBuffer
{
    private readonly List<StatusRun> _runs = [];

    public int Count => _runs.Count;

    public void Add(int value, int count) => _runs.Add(new(value, count));

    /// <summary>Forgets the runs from a position on.</summary>
    /// <param name="start">How many to keep.</param>
    public void CutTo(int start) => _runs.RemoveRange(start, _runs.Count - start);

    public void Clear() => _runs.Clear();

    public ReadOnlySpan<StatusRun> Slice(RunSlice slice) => CollectionsMarshal.AsSpan(_runs).Slice(slice.Start, slice.Count);
}

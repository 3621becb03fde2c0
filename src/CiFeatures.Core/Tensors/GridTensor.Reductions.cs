using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <content>Sums over axes. Every share and mean comes with its denominator.</content>
public sealed partial class GridTensor
{
    /// <summary>Counts cells by status.</summary>
    /// <param name="keep">The axis to keep.</param>
    /// <returns>One entry for each place on the kept axis; one entry for <see cref="TensorAxis.None"/>.</returns>
    public StatusCounts[] CountStatuses(TensorAxis keep = TensorAxis.None)
    {
        if (keep == TensorAxis.Runs)
        {
            return StatusCounts.OfColumns(MemoryMarshal.AsBytes(Status), Runs.Count);
        }

        StatusCounts[] counts = [.. Enumerable.Range(0, Length(keep)).Select(_ => new StatusCounts())];
        for (int s = 0; s < Snapshots.Count; s++)
        {
            for (int t = 0; t < Tests.Count; t++)
            {
                counts[Place(keep, s, t, run: 0)].AddCodes(MemoryMarshal.AsBytes(Row(s, t)));
            }
        }

        return counts;
    }

    /// <summary>Passing cells among those with an outcome (passing, failing or flaky), as in the feature tables.</summary>
    /// <param name="keep">The axis to keep.</param>
    /// <returns>One entry for each place on the kept axis.</returns>
    public Ratio[] PassRatio(TensorAxis keep = TensorAxis.None) => [.. CountStatuses(keep).Select(counts => new Ratio(counts.Pass, counts.Decided))];

    /// <summary>Mean duration in minutes; absent durations do not count.</summary>
    /// <param name="keep">The axis to keep.</param>
    /// <returns>One entry for each place on the kept axis.</returns>
    public MeanOf[] MeanDurationMinutes(TensorAxis keep = TensorAxis.None)
    {
        double[] sums = new double[Length(keep)];
        long[] counts = new long[sums.Length];
        for (int s = 0; s < Snapshots.Count && HasDurations; s++)
        {
            for (int t = 0; t < Tests.Count; t++)
            {
                ReadOnlySpan<float> row = RowDurationMinutes(s, t);
                for (int r = 0; r < row.Length; r++)
                {
                    if (!float.IsNaN(row[r]))
                    {
                        int place = Place(keep, s, t, r);
                        sums[place] += row[r];
                        counts[place]++;
                    }
                }
            }
        }

        return [.. sums.Select((sum, i) => new MeanOf(sum, counts[i]))];
    }

    private static int Place(TensorAxis keep, int snapshot, int test, int run) => keep switch
    {
        TensorAxis.Snapshots => snapshot,
        TensorAxis.Tests => test,
        TensorAxis.Runs => run,
        _ => 0,
    };

    private int Length(TensorAxis keep) => keep switch
    {
        TensorAxis.Snapshots => Snapshots.Count,
        TensorAxis.Tests => Tests.Count,
        TensorAxis.Runs => Runs.Count,
        _ => 1,
    };
}

using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <content>Sums over axes. Every share and mean comes with its denominator.</content>
public sealed partial class GridTensor
{
    private const int Classes = 6;

    /// <summary>Counts cells by status class.</summary>
    /// <param name="keep">The axis to keep.</param>
    /// <returns>One entry for each place on the kept axis; one entry for <see cref="TensorAxis.None"/>.</returns>
    public StatusCounts[] CountStatuses(TensorAxis keep = TensorAxis.None)
    {
        long[] counts = new long[checked(Length(keep) * Classes)];
        Span<byte> classOf = stackalloc byte[CellStatuses.Count];
        for (int code = 0; code < CellStatuses.Count; code++)
        {
            classOf[code] = (byte)CellStatuses.Class((CellStatus)code);
        }

        for (int s = 0; s < Snapshots.Count; s++)
        {
            for (int t = 0; t < Tests.Count; t++)
            {
                ReadOnlySpan<sbyte> row = Row(s, t);
                for (int r = 0; r < row.Length; r++)
                {
                    counts[(Place(keep, s, t, r) * Classes) + classOf[row[r]]]++;
                }
            }
        }

        StatusCounts[] result = new StatusCounts[Length(keep)];
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<long> of = counts.AsSpan(i * Classes, Classes);
            result[i] = new StatusCounts(
                of[(int)StatusClass.Empty],
                of[(int)StatusClass.Pass],
                of[(int)StatusClass.Fail],
                of[(int)StatusClass.Flaky],
                of[(int)StatusClass.Running],
                of[(int)StatusClass.Unknown]);
        }

        return result;
    }

    /// <summary>Passing cells among those with a finished result (passing, failing, flaky, unknown; not empty, not running).</summary>
    /// <param name="keep">The axis to keep.</param>
    /// <returns>One entry for each place on the kept axis.</returns>
    public Ratio[] PassRatio(TensorAxis keep = TensorAxis.None) => [.. CountStatuses(keep).Select(counts => counts.PassRatio)];

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

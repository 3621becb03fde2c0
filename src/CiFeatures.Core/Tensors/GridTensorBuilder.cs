using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <summary>Lays the grids of one job, one for each snapshot, on common axes.</summary>
/// <remarks>
/// Tests are matched by name: the axis is the union in ordinal order. A name that occurs several times in one grid is numbered from its
/// second occurrence (<c>name</c>, <c>name #2</c>, …) by the rows' ids, then their statuses, so that the order of the rows does not matter.
/// Runs are matched by build and start time; columns of one grid with the same build and time stay apart by their occurrence, counted from
/// the newest. The axis is newest first by time, then keeps the columns' order.
/// </remarks>
public sealed class GridTensorBuilder
{
    private readonly GridTensorOptions _options;
    private readonly List<(string Snapshot, JobGrid Grid)> _grids = [];

    /// <summary>Begins a tensor.</summary>
    /// <param name="options">Limits; null = defaults.</param>
    public GridTensorBuilder(GridTensorOptions? options = null) => _options = options ?? new GridTensorOptions();

    /// <summary>Adds the grid of a snapshot. It is kept until <see cref="Build"/>.</summary>
    /// <param name="snapshot">The snapshot's id.</param>
    /// <param name="grid">The grid.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="CiFeaturesException">CIF1312: the snapshot was added before; CIF1313: the grid is of another job.</exception>
    public GridTensorBuilder Add(string snapshot, JobGrid grid)
    {
        if (_grids.Exists(entry => entry.Snapshot == snapshot))
        {
            TensorErrors.ThrowRepeatedSnapshot(snapshot, grid.Key.ToString());
        }

        if (_grids.Count > 0 && _grids[0].Grid.Key != grid.Key)
        {
            TensorErrors.ThrowOtherJob(_grids[0].Grid.Key.ToString(), grid.Key.ToString());
        }

        _grids.Add((snapshot, grid));
        return this;
    }

    /// <summary>Builds the tensor.</summary>
    /// <exception cref="CiFeaturesException">CIF1310: it would be larger than the limit; CIF1311: no grid was added.</exception>
    public GridTensor Build()
    {
        if (_grids.Count == 0)
        {
            TensorErrors.ThrowNoGrid();
        }

        string[][] names = [.. _grids.Select(entry => TestAxis.NumberedNames(entry.Grid))];
        string[] tests = TestAxis.Union(names);
        TensorRun[][] columns = [.. _grids.Select(entry => RunUnion.Columns(entry.Grid.Runs))];
        TensorRun[] runs = RunUnion.Union(columns);
        if ((Int128)_grids.Count * tests.Length * runs.Length > _options.MaxCells)
        {
            TensorErrors.ThrowTooLarge(_grids[0].Grid.Key.ToString(), _grids.Count, tests.Length, runs.Length, _options.MaxCells);
        }

        sbyte[] status = new sbyte[_grids.Count * tests.Length * runs.Length];
        float[]? durations = null;
        if (_grids.Exists(entry => entry.Grid.Tests.Any(test => test.DurationMinutes is not null)))
        {
            durations = new float[status.Length];
            durations.AsSpan().Fill(float.NaN);
        }

        Dictionary<string, int> testIndex = Index(tests, StringComparer.Ordinal);
        Dictionary<TensorRun, int> runIndex = Index(runs, null);
        for (int s = 0; s < _grids.Count; s++)
        {
            int[] columnAt = [.. columns[s].Select(run => runIndex[run])];
            int[] rowAt = [.. names[s].Select(name => ((s * tests.Length) + testIndex[name]) * runs.Length)];
            Fill(_grids[s].Grid, rowAt, columnAt, status, durations);
        }

        return new GridTensor([.. _grids.Select(entry => entry.Snapshot)], tests, runs, status, durations);
    }

    private static void Fill(JobGrid grid, int[] rowAt, int[] columnAt, sbyte[] status, float[]? durations)
    {
        for (int t = 0; t < rowAt.Length; t++)
        {
            ReadOnlySpan<byte> cells = grid.Row(t);
            Span<sbyte> target = status.AsSpan(rowAt[t]);
            for (int c = 0; c < cells.Length; c++)
            {
                // A code outside 0 to 15 must not be mistaken for another when it is narrowed.
                target[columnAt[c]] = cells[c] < CellStatuses.Count ? (sbyte)cells[c] : (sbyte)CellStatus.Unknown;
            }

            if (durations is not null && grid.Tests[t].DurationMinutes is { } minutes)
            {
                Span<float> durationTarget = durations.AsSpan(rowAt[t]);
                for (int c = 0; c < Math.Min(minutes.Length, columnAt.Length); c++)
                {
                    durationTarget[columnAt[c]] = minutes[c];
                }
            }
        }
    }

    private static Dictionary<T, int> Index<T>(T[] values, IEqualityComparer<T>? comparer)
        where T : notnull
    {
        Dictionary<T, int> index = new(values.Length, comparer);
        for (int i = 0; i < values.Length; i++)
        {
            index[values[i]] = i;
        }

        return index;
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Features.Durations;

namespace CiFeatures.Features.Grid;

/// <summary>The build's own verdict: the row "Overall" or "&lt;job&gt;.Overall".</summary>
/// <remarks>TestGrid renamed the row in October 2021, so many grids have both, each filled for a part of the runs;
/// the newer name is asked first, then the older one, run by run. The row is not always the first.</remarks>
public sealed class OverallRow
{
    private const string Name = "Overall";
    private readonly JobGrid _grid;
    private readonly int[] _rows;

    private OverallRow(JobGrid grid, int[] rows)
    {
        _grid = grid;
        _rows = rows;
    }

    /// <summary>Whether the grid has such a row.</summary>
    public bool Exists => _rows.Length > 0;

    /// <summary>Finds the row or rows of a grid.</summary>
    /// <param name="grid">The grid.</param>
    public static OverallRow Find(JobGrid grid)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, grid.Tests.Count)
                .Where(test => IsOverall(grid.Tests[test].Name))
                .OrderBy(test => grid.Tests[test].Name == Name)
                .ThenBy(test => test, new LastingRowOrder(grid)),
        ];
        return new OverallRow(grid, rows);
    }

    /// <summary>Whether a row with this name is the build's own verdict.</summary>
    /// <param name="testName">The row's name.</param>
    public static bool IsOverall(string testName) =>
        testName == Name || testName.EndsWith("." + Name, StringComparison.Ordinal);

    /// <summary>The verdict on a run; null when the grid has no such row, <see cref="CellStatus.NoResult"/> when it is blank.</summary>
    /// <param name="run">The run, 0 = newest.</param>
    public CellStatus? Status(int run)
    {
        if (!Exists)
        {
            return null;
        }

        foreach (int row in _rows)
        {
            if (_grid[row, run] is var status and not CellStatus.NoResult)
            {
                return status;
            }
        }

        return CellStatus.NoResult;
    }

    /// <summary>The build's duration in minutes: that of the row which gives the verdict, else the first that another one has; null when absent.</summary>
    /// <param name="run">The run, 0 = newest.</param>
    public double? DurationMinutes(int run)
    {
        double? first = null;
        foreach (int row in _rows)
        {
            double? minutes = _grid.DurationMinutes(row, run) is var published && DurationStatistics.IsDuration(published) ? published : null;
            if (minutes is not null && _grid[row, run] != CellStatus.NoResult)
            {
                return minutes;
            }

            first ??= minutes;
        }

        return first;
    }
}

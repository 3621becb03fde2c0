using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding;

/// <summary>Finds what a service left in a grid that it made smaller: an oldest run of <c>UNKNOWN</c> cells, or a row that is not a test.</summary>
/// <remarks>
/// TestGrid's updater halves the columns of a grid that is too large and overwrites the filled cells of the oldest one that is left with
/// <c>UNKNOWN</c>, the icon "..." and a message; where one column is still too large, one row "Truncated" replaces all. The table answers
/// have a row "Truncated" instead where rows were left out. A row counts only when its message says so, for a test may have that name.
/// </remarks>
internal static class TruncationMarks
{
    private const string Icon = "...";
    private const string RowName = "Truncated";
    private const string Says = "exceeds maximum size";

    /// <summary>The grid with its marks, each of which is an issue; the same grid when there are none.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="issues">Gets an issue for each mark.</param>
    public static JobGrid Mark(JobGrid grid, IssueLog issues)
    {
        List<GridTruncation> found = [];
        FindRow(grid, found);
        if (found.Count == 0 || found[0].Kind != GridTruncationKind.WholeGrid)
        {
            FindRun(grid, found);
        }

        if (found.Count == 0)
        {
            return grid;
        }

        foreach (GridTruncation mark in found)
        {
            string place = mark.Run >= 0 ? $"run {mark.Run}" : $"row {mark.Test}";
            issues.Add(
                DecodingCodes.Truncated, DecodeRepair.Noted, mark.Test >= 0 ? RowName : "", place,
                $"The service cut the grid ({mark.Kind}): \"{mark.Message}\". These cells are no results of a test.");
        }

        return new(grid.Key, grid.Info with { Truncations = found }, grid.Tests, grid.Runs, grid.Statuses.ToArray());
    }

    private static void FindRow(JobGrid grid, List<GridTruncation> found)
    {
        for (int test = 0; test < grid.Tests.Count; test++)
        {
            if (grid.Tests[test].Name != RowName)
            {
                continue;
            }

            foreach (GridCell cell in grid.Cells(test))
            {
                if (cell.Message.Contains(Says, StringComparison.Ordinal))
                {
                    found.Add(new(grid.Tests.Count == 1 ? GridTruncationKind.WholeGrid : GridTruncationKind.RowsRemoved, cell.Message, test, -1));
                    return;
                }
            }
        }
    }

    private static void FindRun(JobGrid grid, List<GridTruncation> found)
    {
        int last = grid.Runs.Count - 1;
        string? message = null;
        for (int test = 0; last >= 0 && test < grid.Tests.Count; test++)
        {
            CellStatus status = grid[test, last];
            if (status == CellStatus.NoResult || found.Exists(f => f.Test == test))
            {
                continue;
            }

            if (status != CellStatus.Unknown)
            {
                return;
            }

            int place = last - grid.Row(test)[..last].Count((byte)CellStatus.NoResult);
            TestRow row = grid.Tests[test];
            if (place >= row.ShortTexts.Count || row.ShortTexts[place] != Icon)
            {
                return;
            }

            message ??= place < row.Messages.Count ? row.Messages[place] : "";
        }

        if (message is not null)
        {
            found.Add(new(GridTruncationKind.OldestRun, message, -1, last));
        }
    }
}

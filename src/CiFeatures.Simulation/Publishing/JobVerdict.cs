using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Publishing;

/// <summary>What the service says about a job as a whole: overall status, status text, newest green build.</summary>
internal sealed record JobVerdict
{
    public const string NoRecentGreens = "no recent greens";
    public const string NoResults = "no completed results";

    /// <summary>The summary's word: PASSING, FAILING, FLAKY, or empty where nothing can be said.</summary>
    public required string OverallStatus { get; init; }

    /// <summary>The icon that belongs to it.</summary>
    public required string Icon { get; init; }

    /// <summary>The number in table answers: 2 pass, 3 fail, 4 flaky, 5 stale.</summary>
    public required int TableStatus { get; init; }

    public required string StatusText { get; init; }

    public required string LatestGreen { get; init; }

    public required int StaleRows { get; init; }

    public static JobVerdict Of(IReadOnlyList<GridRow> rows, RunPlan[] columns, ServiceEra era)
    {
        List<GridRow> live = [.. rows.Where(row => !row.IsStale(GridViewBuilder.RecentColumns))];
        string text = StatusTextOf(live, Math.Min(columns.Length, GridViewBuilder.RecentColumns), era);
        (string status, string icon, int number) = text == NoResults ? ("", "", 5)
            : live.Exists(row => row.Outage is not null) ? ("FAILING", "warning", 3)
            : Walk(live, columns.Length);
        return new JobVerdict
        {
            OverallStatus = status,
            Icon = icon,
            TableStatus = number,
            StatusText = text,
            LatestGreen = GreenOf(live, columns),
            StaleRows = rows.Count - live.Count,
        };
    }

    private static string StatusTextOf(List<GridRow> rows, int recent, ServiceEra era)
    {
        int passingColumns = 0;
        int completedColumns = 0;
        long passingCells = 0;
        long filledCells = 0;
        for (int column = 0; column < recent; column++)
        {
            int passes = 0;
            int failures = 0;
            int others = 0;
            foreach (GridRow row in rows)
            {
                switch (Sort(row.Cells[column]))
                {
                    case 'P':
                        passes++;
                        break;
                    case 'F':
                        failures++;
                        break;
                    case 'K' or 'U':
                        others++;
                        break;
                }
            }

            // In 2020 a column with a retried result did not count as passing.
            bool spoiled = failures > 0 || (era == ServiceEra.Autumn2020 && others > 0);
            filledCells += passes + failures + others;
            passingCells += passes;
            completedColumns += passes + failures + others > 0 ? 1 : 0;
            passingColumns += !spoiled && passes > 0 ? 1 : 0;
        }

        return filledCells == 0
            ? NoResults
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(era == ServiceEra.Year2022 ? "Tab stats: " : "")}{passingColumns} of {completedColumns} ({100.0 * passingColumns / completedColumns:F1}%) recent columns passed ({passingCells} of {filledCells} or {100.0 * passingCells / filledCells:F1}% cells)");
    }

    private static (string Status, string Icon, int Number) Walk(List<GridRow> rows, int columns)
    {
        int recent = GridViewBuilder.RecentColumns;
        bool flaky = false;
        bool passing = false;
        for (int column = 0; column < columns && recent > 0; column++)
        {
            bool running = false;
            bool found = false;
            foreach (GridRow row in rows)
            {
                char sort = Sort(row.Cells[column]);
                running |= (CellStatus)row.Cells[column] == CellStatus.Running;
                found |= sort == 'P';
                flaky |= sort is 'F' or 'K' or 'U';
            }

            if (running)
            {
                continue;
            }

            if (flaky)
            {
                return ("FLAKY", "remove_circle_outline", 4);
            }

            passing |= found;
            recent -= found ? 1 : 0;
        }

        return passing ? ("PASSING", "done", 2) : ("", "", 0);
    }

    private static string GreenOf(IReadOnlyList<GridRow> rows, RunPlan[] columns)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            bool passed = false;
            bool spoiled = false;
            foreach (GridRow row in rows)
            {
                char sort = Sort(row.Cells[column]);
                passed |= sort == 'P';
                spoiled |= sort is 'F' or 'K' or 'U' || (CellStatus)row.Cells[column] == CellStatus.Running;
            }

            if (passed && !spoiled)
            {
                return columns[column].Extra[0];
            }
        }

        return NoRecentGreens;
    }

    /// <summary>P pass, F fail, K flaky, U unknown, '.' nothing (running counts as nothing).</summary>
    private static char Sort(byte status) => (CellStatus)status switch
    {
        CellStatus.NoResult or CellStatus.Running => '.',
        CellStatus.Pass or CellStatus.PassWithSkips => 'P',
        CellStatus.Fail or CellStatus.TimedOut => 'F',
        CellStatus.Flaky => 'K',
        _ => 'U',
    };
}

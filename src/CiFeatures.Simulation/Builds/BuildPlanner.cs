using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Model;
using CiFeatures.Simulation.Publishing;

namespace CiFeatures.Simulation.Builds;

/// <summary>Reads the newest builds of a job off its grid.</summary>
internal static class BuildPlanner
{
    private const int BuildKey = 9;

    /// <summary>The builds, newest first.</summary>
    /// <param name="view">The grid.</param>
    /// <param name="era">Whose messages it has.</param>
    /// <param name="most">How many builds at most.</param>
    public static IEnumerable<BuildPlan> Newest(GridView view, ServiceEra era, int most)
    {
        CellWords words = new(view, era);
        foreach (int column in Enumerable.Range(0, view.Columns.Length).OrderByDescending(c => view.Columns[c].StartMs).ThenByDescending(c => view.Columns[c].Build.Length).ThenByDescending(c => view.Columns[c].Build, StringComparer.Ordinal).Take(most))
        {
            yield return Plan(view, words, column);
        }
    }

    private static BuildPlan Plan(GridView view, CellWords words, int column)
    {
        RunPlan run = view.Columns[column];
        CellStatus overall = view.Rows.FirstOrDefault(r => r.Test?.Group == TestGroup.Build) is { } row ? (CellStatus)row.Cells[column] : CellStatus.NoResult;
        HashSet<string> retried = [.. view.Rows.Where(r => r.IsTwin && r.Cells[column] == (byte)CellStatus.Pass).Select(r => r.Test!.Name)];
        BuildCell[] cells =
        [
            .. view.Rows.Where(r => r.Test is { Group: not (TestGroup.Build or TestGroup.Pod) } && !r.IsTwin && r.Cells[column] != (byte)CellStatus.NoResult)
                .Select(r => Cell(view, words, r, column, retried.Contains(r.Name)))
                .OrderBy(c => c.Test.Group).ThenBy(c => c.Test.Step).ThenBy(c => c.Name, StringComparer.Ordinal),
        ];
        bool isRunning = !run.EndedBy(view.TakenMs);
        return new BuildPlan
        {
            Job = view.Plan.Job,
            Run = run,
            Key = StreamKey.Of(StreamKey.Of(view.Plan.Key, BuildKey), view.RunIndex[column]),
            IsRunning = isRunning,
            IsLost = !isRunning && overall == CellStatus.TimedOut,
            Passed = !isRunning && (overall == CellStatus.NoResult ? run.Incident == Truth.IncidentKind.None && !cells.Any(c => c.Failed) : overall is CellStatus.Pass or CellStatus.Flaky),
            Cells = cells,
        };
    }

    // What was retried is two results of one name in its file, as the service's other eras show it in one row.
    private static BuildCell Cell(GridView view, CellWords words, GridRow row, int column, bool retried)
    {
        var status = (CellStatus)row.Cells[column];
        double? minutes = Durations.Minutes(row.Test!, view.Columns[column], view.RunIndex[column], status);
        return new BuildCell(row.Name, row.Test!, retried ? CellStatus.Flaky : status, words.Of(row, column).Message, minutes * 60);
    }
}

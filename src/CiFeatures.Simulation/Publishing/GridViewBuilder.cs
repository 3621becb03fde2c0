using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Cuts from a job's history what the service shows at one moment.</summary>
internal sealed class GridViewBuilder(SimulationOptions options)
{
    /// <summary>How many of the newest columns count as recent.</summary>
    public const int RecentColumns = 10;

    public GridView Build(JobPlan plan, byte[][] cells, long takenMs)
    {
        int[] shown = ShownRuns(plan, takenMs);
        RunPlan[] columns = [.. shown.Select(run => plan.Runs[run])];
        bool[] running = [.. columns.Select(run => !run.EndedBy(takenMs))];
        var rows = new List<GridRow>(plan.Tests.Length);
        for (int t = 0; t < plan.Tests.Length; t++)
        {
            AddRows(rows, plan.Tests[t], cells[t], shown, running);
        }

        if (plan.Oddities.TruncatedRow && columns.Length > 0)
        {
            // The service says so in the newest column and knows nothing of the others.
            byte[] newest = new byte[columns.Length];
            newest[0] = (byte)CellStatus.Unknown;
            rows.Add(new GridRow("Truncated", test: null, newest));
        }

        foreach (GridRow row in rows)
        {
            // The service of 2020 did not keep alerts on stale rows; later ones did.
            row.Outage = options.Era == ServiceEra.Autumn2020 && row.IsStale(RecentColumns) ? null : OutageRule.Find(row.Cells);
        }

        rows.Sort(RowOrder.ByRecentFailure);
        return new GridView
        {
            Plan = plan,
            Columns = columns,
            RunIndex = shown,
            Rows = rows,
            Verdict = JobVerdict.Of(rows, columns, options.Era),
            TakenMs = takenMs,
        };
    }

    private static int[] ShownRuns(JobPlan plan, long takenMs)
    {
        var shown = new List<int>();
        for (int run = plan.Runs.Length - 1; run >= 0 && shown.Count < plan.MostColumns; run--)
        {
            long start = plan.Runs[run].StartMs;
            if (start > takenMs)
            {
                continue;
            }

            if (plan.WindowMs != long.MaxValue && start < takenMs - plan.WindowMs)
            {
                break;
            }

            shown.Add(run);
        }

        // The service sorts by the published time; a missing one is 0 and comes last. The sort is stable.
        return [.. shown.OrderByDescending(run => plan.Runs[run].PublishedMs)];
    }

    private void AddRows(List<GridRow> rows, TestPlan test, byte[] history, int[] shown, bool[] running)
    {
        bool splits = options.Era == ServiceEra.Winter2021;
        byte[] first = new byte[shown.Length];
        byte[]? second = null;
        for (int column = 0; column < shown.Length; column++)
        {
            var status = (CellStatus)history[shown[column]];
            if (running[column])
            {
                status = test.Group == TestGroup.Build && status != CellStatus.NoResult ? CellStatus.Running : CellStatus.NoResult;
            }
            else if (status == CellStatus.Flaky && splits)
            {
                // The failed attempt and its retry were two rows then.
                second ??= new byte[shown.Length];
                second[column] = (byte)CellStatus.Pass;
                status = CellStatus.Fail;
            }

            first[column] = (byte)status;
        }

        AddFilled(rows, new GridRow(test.Name, test, first));
        if (second is not null)
        {
            AddFilled(rows, new GridRow(test.Name + " [1]", test, second) { IsTwin = true });
        }
    }

    private static void AddFilled(List<GridRow> rows, GridRow row)
    {
        // The service drops rows without a result.
        if (row.HasResult)
        {
            rows.Add(row);
        }
    }
}

using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Tables;

namespace CiFeatures.Features.Extraction;

/// <summary>Computes the rows of one job for every table.</summary>
internal static class JobExtraction
{
    private const int CellsAtATime = 16_384;

    public static IReadOnlyList<FeatureTable> Compute(JobContext job, FeatureTables tables, FeatureOptions options)
    {
        var pieces = new List<FeatureTable> { tables.Jobs.Compute([job]) };
        if (job.Grid is { } grid)
        {
            pieces.Add(tables.Tests.Compute([.. grid.RowOrder.Select(test => new TestContext(job, grid, test))]));
            pieces.Add(tables.Runs.Compute([.. Enumerable.Range(0, grid.Runs.Length).Select(run => new RunContext(job, grid, run))]));
            if (options.WithCells)
            {
                pieces.AddRange(Cells(job, grid, tables));
            }
        }

        pieces.Add(Alerts(job, tables));
        return pieces;
    }

    // A grid can have millions of cells, so the contexts are made for some rows at a time.
    private static IEnumerable<FeatureTable> Cells(JobContext job, GridFacts grid, FeatureTables tables)
    {
        var rows = new List<CellContext>();
        foreach (int test in grid.RowOrder)
        {
            for (int run = 0; run < grid.Runs.Length; run++)
            {
                if (grid.Grid[test, run] != CellStatus.NoResult)
                {
                    rows.Add(new CellContext(job, grid, test, run));
                }
            }

            if (rows.Count >= CellsAtATime)
            {
                yield return tables.Cells.Compute(CollectionsMarshal.AsSpan(rows));
                rows.Clear();
            }
        }

        yield return tables.Cells.Compute(CollectionsMarshal.AsSpan(rows));
    }

    private static FeatureTable Alerts(JobContext job, FeatureTables tables)
    {
        IReadOnlyList<SummaryAlert> summary = job.Summary?.Alerts ?? [];
        TestRow[] table = [.. (job.Grid?.RowOrder ?? []).Select(t => job.Grid!.Grid.Tests[t]).Where(t => t.Alert is not null)];
        var inSummary = summary.Select(a => a.TestName).ToHashSet(StringComparer.Ordinal);
        var inTable = table.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        IEnumerable<AlertContext> rows = summary
            .Select(a => new AlertContext(job, a.TestName, a, null, inTable.Contains(a.TestName)))
            .Concat(table.Select(t => new AlertContext(job, t.Name, null, t.Alert, inSummary.Contains(t.Name))))
            .OrderBy(a => a.Test, StringComparer.Ordinal)
            .ThenBy(a => a.Summary is null);
        return tables.Alerts.Compute([.. rows]);
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Grid;
using CiFeatures.Features.Tables;

namespace CiFeatures.Features.Extraction;

/// <summary>Computes the rows of one job for every table.</summary>
internal static class JobExtraction
{
    public static IReadOnlyList<FeatureTable> Compute(JobContext job, FeatureTables tables, FeatureOptions options)
    {
        var pieces = new List<FeatureTable> { Jobs(job, tables) };
        if (job.Grid is { } grid)
        {
            pieces.Add(Tests(job, grid, tables));
            pieces.Add(Runs(job, grid, tables));
            if (options.WithCells)
            {
                pieces.Add(Cells(job, grid, tables));
            }
        }

        pieces.Add(Alerts(job, tables));
        return pieces;
    }

    private static FeatureTable Jobs(JobContext job, FeatureTables tables)
    {
        var builder = new FeatureTableBuilder(tables.Jobs.Schema);
        tables.Jobs.AppendRow(job, builder);
        return builder.Take();
    }

    private static FeatureTable Tests(JobContext job, GridFacts grid, FeatureTables tables)
    {
        var builder = new FeatureTableBuilder(tables.Tests.Schema);

        // The published order follows recent failures and says nothing lasting; names make an order that stays.
        foreach (int test in Enumerable.Range(0, grid.Tests.Length).OrderBy(t => grid.Grid.Tests[t].Name, StringComparer.Ordinal))
        {
            tables.Tests.AppendRow(new TestContext(job, grid, test), builder);
        }

        return builder.Take();
    }

    private static FeatureTable Runs(JobContext job, GridFacts grid, FeatureTables tables)
    {
        var builder = new FeatureTableBuilder(tables.Runs.Schema);
        RunChanges changes = RunChanges.Of(grid.Grid);
        for (int run = 0; run < grid.Runs.Length; run++)
        {
            tables.Runs.AppendRow(new RunContext(job, grid, changes, run), builder);
        }

        return builder.Take();
    }

    private static FeatureTable Cells(JobContext job, GridFacts grid, FeatureTables tables)
    {
        var builder = new FeatureTableBuilder(tables.Cells.Schema);
        foreach (int test in Enumerable.Range(0, grid.Tests.Length).OrderBy(t => grid.Grid.Tests[t].Name, StringComparer.Ordinal))
        {
            for (int run = 0; run < grid.Runs.Length; run++)
            {
                if (grid.Grid[test, run] != CellStatus.NoResult)
                {
                    tables.Cells.AppendRow(new CellContext(job, grid, test, run), builder);
                }
            }
        }

        return builder.Take();
    }

    private static FeatureTable Alerts(JobContext job, FeatureTables tables)
    {
        IReadOnlyList<SummaryAlert> summary = job.Summary?.Alerts ?? [];
        TestRow[] table = [.. (job.Grid?.Grid.Tests ?? []).Where(t => t.Alert is not null)];
        var inSummary = summary.Select(a => a.TestName).ToHashSet(StringComparer.Ordinal);
        var inTable = table.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        IEnumerable<AlertContext> rows = summary
            .Select(a => new AlertContext(job, a.TestName, a, null, inTable.Contains(a.TestName)))
            .Concat(table.Select(t => new AlertContext(job, t.Name, null, t.Alert, inSummary.Contains(t.Name))))
            .OrderBy(a => a.Test, StringComparer.Ordinal)
            .ThenBy(a => a.Summary is null);
        var builder = new FeatureTableBuilder(tables.Alerts.Schema);
        foreach (AlertContext row in rows)
        {
            tables.Alerts.AppendRow(row, builder);
        }

        return builder.Take();
    }
}

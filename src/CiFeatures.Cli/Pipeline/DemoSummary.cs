using CiFeatures.Core.Grids;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Cli.Pipeline;

/// <summary>What a person wants to see first of a data set; read back from its files, so that it shows what others will read.</summary>
internal sealed class DemoSummary
{
    public required IReadOnlyList<JobLine> Jobs { get; init; }

    /// <summary>Gets the tests that change most often, the flakiest first.</summary>
    public required IReadOnlyList<FlakyLine> Flakiest { get; init; }

    /// <summary>Gets the open alerts, the longest outage first.</summary>
    public required IReadOnlyList<AlertLine> Alerts { get; init; }

    /// <summary>Gets the number of tests that flipped at all.</summary>
    public required int FlakyTests { get; init; }

    /// <summary>Gets the job whose picture says most: the one with the most flaky and failing cells.</summary>
    public JobKey? JobWorthDrawing => Jobs.Where(j => j.Tests > 0).OrderByDescending(j => j.Interest).ThenBy(j => j.Job, StringComparer.Ordinal).Select(j => (JobKey?)new JobKey(j.Dashboard, j.Job)).FirstOrDefault();

    public static DemoSummary Read(string dataSetFolder)
    {
        DataSetReader dataSet = DataSetReader.Open(dataSetFolder);
        FlakyLine[] flaky =
        [
            .. Rows(dataSet, "tests").Select(r => new FlakyLine(r.Text("job"), r.Text("test"), r.Number("flip_flakiness_pct"), r.Int("flip_flakiness_considered"), r.Int("pass_count"), r.Int("fail_count"), r.Int("flaky_count")))
                .Where(f => f.FlipPct > 0)
                .OrderByDescending(f => f.FlipPct).ThenByDescending(f => f.Considered).ThenBy(f => f.Test, StringComparer.Ordinal).ThenBy(f => f.Job, StringComparer.Ordinal),
        ];
        return new DemoSummary
        {
            Jobs = [.. Rows(dataSet, "jobs").Select(JobLine.Of)],
            Flakiest = flaky,
            FlakyTests = flaky.Length,
            Alerts =
            [
                .. Rows(dataSet, "alerts").Where(r => r.Text("source") == "summary")
                    .Select(r => new AlertLine(r.Text("job"), r.Text("test"), r.Long("fail_count"), r.Long("first_fail_time"), r.Long("last_pass_time"), r.Text("message")))
                    .OrderBy(a => a.FirstFailMs ?? long.MaxValue).ThenBy(a => a.Test, StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<TableRow> Rows(DataSetReader dataSet, string table)
    {
        using ITableReader reader = dataSet.OpenTable(table);
        foreach (FeatureTable piece in reader.Read())
        {
            for (int row = 0; row < piece.RowCount; row++)
            {
                yield return new TableRow(piece, row);
            }
        }
    }

    internal sealed record JobLine(string Dashboard, string Job, string? Status, long? Tests, long? Runs, double? ColumnsPct, string Columns, double? CellsPct, long? Alerts, long? Stale, long? NewestMs, double Interest)
    {
        public static JobLine Of(TableRow r) => new(
            r.Text("dashboard"),
            r.Text("job"),
            r.TextOrNull("published_overall_status") ?? r.TextOrNull("overall_status"),
            r.Long("tests"),
            r.Long("runs"),
            r.NumberOrNull("recent_columns_passed_pct"),
            $"{r.Int("recent_columns_passed")}/{r.Int("recent_columns_completed")}",
            Ratio.Percent(r.Int("recent_cells_passed"), r.Int("recent_cells_filled")),
            r.Long("alerts"),
            r.Long("stale_tests"),
            r.Long("last_run_time"),
            r.Long("cells_flaky").GetValueOrDefault() + r.Long("cells_fail").GetValueOrDefault());
    }

    internal sealed record FlakyLine(string Job, string Test, double FlipPct, int Considered, int Passed, int Failed, int Flaky);

    internal sealed record AlertLine(string Job, string Test, long? FailCount, long? FirstFailMs, long? LastPassMs, string Message);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>Counts how often the recomputed judgement of a release is what the service published.</summary>
internal sealed partial class PublishedComparison
{
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public List<string> Notes { get; } = [];

    public int this[string what] => Counts.GetValueOrDefault(what);

    private RowFilter? Filter { get; init; }

    /// <summary>Compares a release under each of several row filters, in one pass over its tables.</summary>
    public static PublishedComparison[] Of(string release, params RowFilter?[] filters)
    {
        PublishedComparison[] comparisons = [.. filters.Select(filter => new PublishedComparison { Filter = filter })];
        foreach (var (_, job, summary, grid) in RecordedTable.Of(release))
        {
            foreach (PublishedComparison comparison in comparisons)
            {
                comparison.Compare(job, summary, grid);
            }
        }

        return comparisons;
    }

    private void Compare(string job, JsonElement summary, JobGrid grid)
    {
        JobJudgement judgement = JobJudge.Judge(grid, new JudgementOptions { Rows = Filter, Alerts = new AlertSettings { UseCommitAsBuildId = true } });
        bool sameRun = RecordedTable.Milliseconds(summary.At("last_run_timestamp")) == judgement.LatestRun?.ToUnixTimeMilliseconds();
        Add("jobs");
        Add("newest run equal", sameRun);
        CompareText(job, summary.Text("status"), judgement, grid, sameRun);
        CompareStatus(job, summary, judgement);
        CompareTableAlerts(grid, judgement);
        CompareSummaryAlerts(job, summary, judgement, grid);
    }

    private void Add(string what, bool condition = true)
    {
        if (condition)
        {
            Counts[what] = this[what] + 1;
        }
    }

    private void CompareText(string job, string published, JobJudgement judgement, JobGrid grid, bool sameRun)
    {
        Match match = Text().Match(published);
        if (!match.Success)
        {
            Add($"text without figures: {published}");
            Add("text without figures, equal", published == judgement.StatusText);
            return;
        }

        int[] figures = [.. Enumerable.Range(1, 4).Select(g => int.Parse(match.Groups[g].ValueSpan, CultureInfo.InvariantCulture))];
        GridMetrics metrics = judgement.Metrics;
        bool columns = figures[0] == metrics.PassingColumns && figures[1] == metrics.CompletedColumns;
        Add("text with figures");
        Add("text columns equal", columns);
        Add("text cells equal", figures[2] == metrics.PassingCells && figures[3] == metrics.FilledCells);
        Add("text equal", published == judgement.StatusText);
        Add("text with figures, newest run equal", sameRun);
        Add("text equal, newest run equal", sameRun && published == judgement.StatusText);
        Add("text cells equal, newest run equal", sameRun && figures[2] == metrics.PassingCells && figures[3] == metrics.FilledCells);
        Add("text columns equal when flaky hinders, newest run equal", sameRun && figures[0] == StrictPassing(grid, judgement) && figures[1] == metrics.CompletedColumns);
        Add("text columns equal when flaky hinders", figures[0] == StrictPassing(grid, judgement) && figures[1] == metrics.CompletedColumns);
        if (!columns)
        {
            Notes.Add($"{job}: published {published}; recomputed {judgement.StatusText}; latest run {judgement.LatestRun:s}");
        }
    }

    // The rule of servers of 2020: a flaky or unknown cell keeps a column from passing.
    private int StrictPassing(JobGrid grid, JobJudgement judgement)
    {
        int passing = 0;
        for (int c = 0; c < Math.Min(grid.Runs.Count, judgement.RecentColumns); c++)
        {
            bool pass = false;
            bool other = false;
            for (int t = 0; t < grid.Tests.Count; t++)
            {
                CellStatus status = judgement.StaleRows[t] || Filter?.Keeps(grid.Tests[t].Name) == false ? CellStatus.NoResult : StatusRules.Coalesce(grid[t, c], ignoreRunning: true);
                pass |= status == CellStatus.Pass;
                other |= status is not (CellStatus.Pass or CellStatus.NoResult);
            }

            passing += pass && !other ? 1 : 0;
        }

        return passing;
    }

    private void CompareStatus(string job, JsonElement summary, JobJudgement judgement)
    {
        string published = summary.Text("overall_status");
        Add("overall equal", published == judgement.OverallStatusName);
        Add("latest green equal", summary.Text("latest_green") == judgement.LatestGreen);
        if (published != judgement.OverallStatusName)
        {
            Add($"overall published {published}, recomputed {judgement.OverallStatusName}");
        }

        if (summary.Text("latest_green") != judgement.LatestGreen)
        {
            Notes.Add($"{job}: latest green published '{summary.Text("latest_green")}', recomputed '{judgement.LatestGreen}'");
        }
    }

    private void CompareTableAlerts(JobGrid grid, JobJudgement judgement)
    {
        for (int t = 0; t < grid.Tests.Count; t++)
        {
            RowAlert? published = grid.Tests[t].Alert;
            AlertInfo? mine = judgement.Alerts[t];
            Add("table alerts published", published is not null);
            Add("table alerts recomputed", mine is not null);
            Add("table alerts only published", published is not null && mine is null);
            Add("table alerts only recomputed, stale row", published is null && mine is not null && judgement.StaleRows[t]);
            Add("table alerts only recomputed, recent row", published is null && mine is not null && !judgement.StaleRows[t]);
            if (published is not null && mine is not null)
            {
                Add("table alerts in both");
                Add("table alerts on stale rows", judgement.StaleRows[t]);
                Compare("table alerts", mine, published.FailCount, published.FailTimeMs, published.PassTimeMs);
                Add("table alerts: message equal", published.Message.ValueOr("") == mine.FailureMessage);
            }
        }
    }

    private void CompareSummaryAlerts(string job, JsonElement summary, JobJudgement judgement, JobGrid grid)
    {
        Dictionary<string, int> rows = Enumerable.Range(0, grid.Tests.Count).ToDictionary(t => grid.Tests[t].Name, StringComparer.Ordinal);
        HashSet<string> listed = new(StringComparer.Ordinal);
        foreach (JsonElement alert in summary.List("tests"))
        {
            string name = alert.Text("display_name");
            Add("summary alerts published");
            listed.Add(name);
            if (!rows.TryGetValue(name, out int row) || judgement.Alerts[row] is not { } mine)
            {
                Add("summary alerts only published");
                Notes.Add($"{job}: summary alert without a recomputed one: {name}");
                continue;
            }

            Add("summary alerts in both");
            Add("summary alerts on stale rows", judgement.StaleRows[row]);
            Compare("summary alerts", mine, alert.Int("fail_count"), RecordedTable.Milliseconds(alert.At("fail_timestamp")), RecordedTable.Milliseconds(alert.At("pass_timestamp")));
        }

        for (int t = 0; t < grid.Tests.Count; t++)
        {
            if (judgement.Alerts[t] is not null && !judgement.StaleRows[t] && Filter?.Keeps(grid.Tests[t].Name) != false && !listed.Contains(grid.Tests[t].Name))
            {
                Add("summary alerts only recomputed, recent row");
                Notes.Add($"{job}: not in the summary: {grid.Tests[t].Name}, {judgement.Alerts[t]!.FailCount} failures, in table {grid.Tests[t].Alert is not null}");
            }
        }
    }

    private void Compare(string what, AlertInfo mine, int? failCount, long? failTimeMs, long? passTimeMs)
    {
        Add($"{what}: fail count equal", mine.FailCount == failCount);
        Add($"{what}: fail count equals the streak", mine.FailStreak == failCount);
        Add($"{what}: first fail equal", mine.FailTime?.Seconds == failTimeMs / 1000);
        Add($"{what}: last pass equal", mine.PassTime?.Seconds == passTimeMs / 1000);
    }

    [GeneratedRegex(@"^(?:Tab stats: )?(\d+) of (\d+) \((?:[\d.]+|NaN)%\) recent columns passed \((\d+) of (\d+) or (?:[\d.]+|NaN)% cells\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Text();
}

using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Summary;

/// <summary>The sums behind the nine summary features of a dashboard, each with its denominator.</summary>
/// <remarks>Source: the AI4CI TestGrid notebook's "possible features"; figures are taken from the summary answer, not recomputed.</remarks>
public sealed class DashboardTotals
{
    private readonly SortedDictionary<string, int> _byStatus = new(StringComparer.Ordinal);
    private double _columnShareSum;
    private double _cellShareSum;
    private double _failCountSum;
    private double _failToPassSecondsSum;

    /// <summary>Jobs that the summary lists: the denominator of the shares of jobs.</summary>
    public int Jobs { get; private set; }

    /// <summary>Jobs whose status text has figures.</summary>
    public int JobsWithFigures { get; private set; }

    /// <summary>Jobs whose text counts at least one completed column.</summary>
    public int JobsWithColumns { get; private set; }

    /// <summary>Jobs whose text counts at least one filled cell.</summary>
    public int JobsWithCells { get; private set; }

    /// <summary>Recent columns passed, pooled over the jobs.</summary>
    public long ColumnsPassed { get; private set; }

    /// <summary>Recent columns completed, pooled over the jobs.</summary>
    public long ColumnsCompleted { get; private set; }

    /// <summary>Recent cells passed, pooled over the jobs.</summary>
    public long CellsPassed { get; private set; }

    /// <summary>Recent cells filled, pooled over the jobs.</summary>
    public long CellsFilled { get; private set; }

    /// <summary>Alerts of all jobs.</summary>
    public int Alerts { get; private set; }

    /// <summary>Alerts whose fail count is published: the denominator of the mean fail count.</summary>
    public int AlertsWithFailCount { get; private set; }

    /// <summary>Alerts with both times known: the denominator of the mean time from last pass to first fail.</summary>
    public int AlertsWithPass { get; private set; }

    /// <summary>Plain mean over jobs of the share of recent columns passed, in percent; null when no job has completed columns.</summary>
    public double? ColumnsPassedPctMean => Ratio.Of(_columnShareSum, JobsWithColumns);

    /// <summary>Plain mean over jobs of the share of cells passed, in percent; null when no job has filled cells.</summary>
    public double? CellsPassedPctMean => Ratio.Of(_cellShareSum, JobsWithCells);

    /// <summary>Mean fail count of the alerts that have one; null when none has.</summary>
    public double? FailCountMean => Ratio.Of(_failCountSum, AlertsWithFailCount);

    /// <summary>Mean seconds from last pass to first fail; null when no alert has both times.</summary>
    public double? FailToPassSecondsMean => Ratio.Of(_failToPassSecondsSum, AlertsWithPass);

    /// <summary>Sums a summary answer.</summary>
    /// <param name="summary">The answer.</param>
    public static DashboardTotals Of(DashboardSummary summary)
    {
        var totals = new DashboardTotals();
        foreach (JobSummary job in summary.Jobs)
        {
            totals.Add(job);
        }

        return totals;
    }

    /// <summary>How many jobs have an overall status; an empty text is asked for as such.</summary>
    /// <param name="status">The published status, such as FLAKY.</param>
    public int WithStatus(string status) => _byStatus.GetValueOrDefault(status);

    /// <summary>Share of the listed jobs that have an overall status, in percent; null when the summary lists no job.</summary>
    /// <param name="status">The published status, such as FLAKY.</param>
    public double? StatusPct(string status) => Ratio.Percent(WithStatus(status), Jobs);

    private void Add(JobSummary job)
    {
        Jobs++;
        string status = job.OverallStatus.ValueOr("");
        _byStatus[status] = _byStatus.GetValueOrDefault(status) + 1;
        if (StatusText.TryParse(job.StatusText.ValueOr(""), out StatusText text))
        {
            JobsWithFigures++;
            ColumnsPassed += text.PassedColumns;
            ColumnsCompleted += text.CompletedColumns;
            CellsPassed += text.PassedCells;
            CellsFilled += text.FilledCells;
            JobsWithColumns += text.CompletedColumns > 0 ? 1 : 0;
            JobsWithCells += text.FilledCells > 0 ? 1 : 0;
            _columnShareSum += Ratio.Percent(text.PassedColumns, text.CompletedColumns) ?? 0;
            _cellShareSum += Ratio.Percent(text.PassedCells, text.FilledCells) ?? 0;
        }

        foreach (SummaryAlert alert in job.Alerts)
        {
            Alerts++;
            if (alert.FailCount is { } failCount)
            {
                AlertsWithFailCount++;
                _failCountSum += failCount;
            }

            if (alert.FailTimeMs is { } fail && alert.PassTimeMs is { } pass)
            {
                AlertsWithPass++;
                _failToPassSecondsSum += (fail - pass) / 1000.0;
            }
        }
    }
}

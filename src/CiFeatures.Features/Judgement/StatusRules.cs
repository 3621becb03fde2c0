using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>How TestGrid folds the 16 codes into the five that its judgement knows (<c>internal/result</c>).</summary>
public static class StatusRules
{
    /// <summary>Folds a status into <c>NO_RESULT</c>, <c>PASS</c>, <c>FAIL</c>, <c>FLAKY</c> or <c>UNKNOWN</c>.</summary>
    /// <param name="status">The status; a code outside 0 to 15 becomes <c>UNKNOWN</c>.</param>
    /// <param name="ignoreRunning">Whether <c>RUNNING</c> is nothing (alerts, column counts, overall status) rather than <c>UNKNOWN</c> (latest green, flakiness).</param>
    public static CellStatus Coalesce(CellStatus status, bool ignoreRunning) => CellStatuses.Class(status) switch
    {
        StatusClass.Empty => CellStatus.NoResult,
        StatusClass.Running => ignoreRunning ? CellStatus.NoResult : CellStatus.Unknown,
        StatusClass.Flaky => CellStatus.Flaky,
        StatusClass.Fail => CellStatus.Fail,
        StatusClass.Pass => CellStatus.Pass,
        _ => CellStatus.Unknown,
    };

    /// <summary>Whether a raw status is one of the ignored ones.</summary>
    /// <param name="status">The raw status, not a folded one.</param>
    /// <param name="ignored">What the job ignores.</param>
    public static bool IsIgnored(CellStatus status, IgnoredStatuses ignored) => status switch
    {
        CellStatus.CategorizedAbort => (ignored & IgnoredStatuses.CategorizedAbort) != IgnoredStatuses.None,
        CellStatus.Unknown => (ignored & IgnoredStatuses.Unknown) != IgnoredStatuses.None,
        CellStatus.Cancel => (ignored & IgnoredStatuses.Cancel) != IgnoredStatuses.None,
        CellStatus.Blocked => (ignored & IgnoredStatuses.Blocked) != IgnoredStatuses.None,
        _ => false,
    };
}

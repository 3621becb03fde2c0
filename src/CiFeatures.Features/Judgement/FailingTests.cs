namespace CiFeatures.Features.Judgement;

/// <summary>What a summary says about the rows of a job that have alerts or issues.</summary>
public static class FailingTests
{
    /// <summary>One entry for each row that carries an alert, in the order of the rows.</summary>
    /// <param name="rows">The rows after stale rows and methods are left out.</param>
    public static IReadOnlyList<FailingTestSummary> Summarize(IReadOnlyList<JudgedRow> rows) =>
        [.. rows.Where(row => row.Alert is not null).Select(row => new FailingTestSummary(row.Name, row.Id, row.Alert!, row.Issues))];

    /// <summary>All issues linked to any row, each once, in ordinal order.</summary>
    /// <param name="rows">The rows.</param>
    public static IReadOnlyList<string> AllLinkedIssues(IReadOnlyList<JudgedRow> rows) =>
        [.. new SortedSet<string>(rows.SelectMany(row => row.Issues), StringComparer.Ordinal)];
}

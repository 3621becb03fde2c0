using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>Whether a row has an alert, and which (TestGrid's <c>alertRow</c>).</summary>
public static class AlertRules
{
    /// <summary>Scans a row from the newest run to the oldest and gives its alert.</summary>
    /// <remarks>
    /// A failure adds to the streak, a pass ends the scan (closing or bounding the outage) once enough of them came in a row, a flaky
    /// cell bounds an outage that is long enough and resets one that is not, blank and running cells are passed over, and the unknown
    /// class changes nothing. The count of failures is not reset with the streak.
    /// </remarks>
    /// <param name="columns">The columns, newest first.</param>
    /// <param name="row">The row; what lies beyond the columns is not read.</param>
    /// <param name="settings">Thresholds and what to carry.</param>
    /// <returns>The alert, or null when there is none.</returns>
    public static AlertInfo? AlertRow(IReadOnlyList<JudgedColumn> columns, JudgedRow row, AlertSettings settings)
    {
        if (settings.FailuresToOpen <= 0)
        {
            return null;
        }

        AlertScan scan = default;
        if (!scan.Run(row.Statuses.Span[..Math.Min(row.Statuses.Length, columns.Count)], settings.FailuresToOpen, settings.PassesToClose))
        {
            return null;
        }

        JudgedColumn first = columns[scan.FirstFail];
        JudgedColumn latest = columns[scan.LatestFail];
        JudgedColumn? pass = scan.Pass < 0 ? null : columns[scan.Pass];
        string property = Entry(row.UserProperties, scan.LatestFailCell);
        return new AlertInfo
        {
            FailCount = scan.Total,
            FailStreak = scan.Streak,
            FailBuildId = BuildId(first, settings.UseCommitAsBuildId),
            LatestFailBuildId = BuildId(latest, settings.UseCommitAsBuildId),
            FailTime = Stamp.FromMilliseconds(first.StartedMs),
            FailTestId = Entry(row.CellIds, scan.FirstFailCell),
            LatestFailTestId = Entry(row.CellIds, scan.LatestFailCell),
            FailureMessage = Entry(row.Messages, scan.LatestFailCell),
            PassBuildId = pass is null ? "" : BuildId(pass, settings.UseCommitAsBuildId),
            PassTime = pass is null ? null : Stamp.FromMilliseconds(pass.StartedMs),
            Properties = settings.UserProperty.Length == 0 || property.Length == 0
                ? new SortedDictionary<string, string>(StringComparer.Ordinal)
                : new SortedDictionary<string, string>(StringComparer.Ordinal) { [settings.UserProperty] = property },
            CustomColumnHeaders = Headers(columns, row.Statuses.Span, scan.ColumnsRecorded, settings.ColumnHeaders),
            HotlistIds = HotlistIds(first.HotlistIds),
            EmailAddresses = first.EmailAddresses,
        };
    }

    /// <summary>The id that stands for a column's build.</summary>
    /// <param name="column">The column.</param>
    /// <param name="useCommit">Whether the first custom header is taken where there is one.</param>
    public static string BuildId(JudgedColumn column, bool useCommit) =>
        useCommit && column.Extra.Count > 0 ? column.Extra[0] : column.Build;

    /// <summary>Splits a column's hotlist text.</summary>
    /// <param name="text">Ids parted by commas; blanks around them and empty ones do not count.</param>
    public static IReadOnlyList<string> HotlistIds(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Entry(IReadOnlyList<string> compact, int cell) => cell < compact.Count ? compact[cell] : "";

    private static SortedDictionary<string, string> Headers(
        IReadOnlyList<JudgedColumn> columns, ReadOnlySpan<byte> statuses, int recorded, IReadOnlyList<ColumnHeader> headers)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        for (int c = 0; headers.Count > 0 && c < recorded; c++)
        {
            if (StatusRules.Coalesce((CellStatus)statuses[c], ignoreRunning: true) == CellStatus.NoResult)
            {
                continue;
            }

            IReadOnlyList<string> extra = columns[c].Extra;
            for (int h = 0; h < Math.Min(headers.Count, extra.Count); h++)
            {
                values[headers[h].Key] = extra[h];
            }
        }

        return values;
    }
}

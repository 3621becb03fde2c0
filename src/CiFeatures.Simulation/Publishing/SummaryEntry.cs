namespace CiFeatures.Simulation.Publishing;

/// <summary>What a dashboard's summary needs to know of a job once its grid is gone.</summary>
internal sealed record SummaryEntry(string Job, JobVerdict Verdict, long LastRunMs, IReadOnlyList<SummaryEntryAlert> Alerts, ulong Key)
{
    public static SummaryEntry Of(GridView view, ServiceEra era)
    {
        var words = new CellWords(view, era);
        List<SummaryEntryAlert> alerts = [];
        foreach (GridRow row in view.Rows)
        {
            if (row.Outage is { } outage && !row.IsStale(GridViewBuilder.RecentColumns))
            {
                alerts.Add(new SummaryEntryAlert(
                    row.Name,
                    outage.PublishedCount(era),
                    view.Columns[outage.OldestFail].PublishedMs,
                    outage.LastPass < 0 ? 0 : view.Columns[outage.LastPass].PublishedMs,
                    words.Of(row, outage.NewestFail).Message));
            }
        }

        alerts.Sort((a, b) => string.CompareOrdinal(a.Test, b.Test));
        return new SummaryEntry(view.Plan.Job, view.Verdict, view.Columns.Length == 0 ? 0 : view.Columns[0].PublishedMs, alerts, view.Plan.Key);
    }
}

/// <summary>An alert as a summary lists it; times in milliseconds since 1970 UTC, 0 = never passed.</summary>
internal sealed record SummaryEntryAlert(string Test, int FailCount, long FailMs, long PassMs, string Message);

using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Tables;

/// <summary>The columns that name a row, alike in all tables.</summary>
internal static class KeyColumns
{
    public static FeatureColumns<TRow> Begin<TRow>(bool withSnapshot, Func<TRow, string> snapshot, Func<TRow, string> dashboard)
    {
        var columns = new FeatureColumns<TRow>();
        if (withSnapshot)
        {
            columns.Text("snapshot", "Id of the snapshot that the row was computed from; only there when several snapshots were asked for", snapshot);
        }

        return columns.Text("dashboard", "The dashboard's published name", dashboard);
    }
}

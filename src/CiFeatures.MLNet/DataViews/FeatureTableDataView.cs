using CiFeatures.Core.Tables;
using Microsoft.ML;

namespace CiFeatures.MLNet.DataViews;

/// <summary>The pieces of a feature table as one data view that is read in order.</summary>
internal sealed class FeatureTableDataView(TableSchema table, IEnumerable<FeatureTable> pieces, long? rowCount) : IDataView
{
    public DataViewSchema Schema { get; } = DataViewColumns.SchemaOf(table);

    public bool CanShuffle => false;

    public long? GetRowCount() => rowCount;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = new bool[Schema.Count];
        foreach (DataViewSchema.Column column in columnsNeeded)
        {
            active[column.Index] = true;
        }

        return new FeatureTableCursor(Schema, table, pieces.GetEnumerator(), active);
    }

    // One cursor is what the contract allows a view that cannot be read in parallel.
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}

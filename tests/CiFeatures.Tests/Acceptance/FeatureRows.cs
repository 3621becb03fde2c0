using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The rows of a written table as dictionaries.</summary>
internal static class FeatureRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string dataSet, string table)
    {
        using ITableReader reader = DataSetReader.Open(dataSet).OpenTable(table);
        List<IReadOnlyDictionary<string, object?>> rows = [];
        foreach (FeatureTable piece in reader.Read())
        {
            rows.AddRange(Enumerable.Range(0, piece.RowCount).Select(row => piece.Columns.ToDictionary(c => c.Schema.Name, c => c.ValueAt(row), StringComparer.Ordinal)));
        }

        return rows;
    }
}

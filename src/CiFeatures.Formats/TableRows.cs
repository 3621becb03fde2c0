using CiFeatures.Core.Tables;

namespace CiFeatures.Formats;

/// <summary>Whether rows belong to a schema.</summary>
internal static class TableRows
{
    public static void Check(TableSchema schema, FeatureTable rows)
    {
        if (ReferenceEquals(schema, rows.Schema))
        {
            return;
        }

        bool same = schema.Columns.Count == rows.Columns.Count;
        for (int i = 0; same && i < schema.Columns.Count; i++)
        {
            same = schema.Columns[i].Name == rows.Columns[i].Schema.Name && schema.Columns[i].Type == rows.Columns[i].Schema.Type;
        }

        if (!same)
        {
            throw new ArgumentException($"Rows of {rows.Schema.Name} do not have the columns of table {schema.Name}.", nameof(rows));
        }
    }
}

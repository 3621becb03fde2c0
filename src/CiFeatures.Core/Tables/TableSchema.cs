namespace CiFeatures.Core.Tables;

/// <summary>The name and columns of a feature table, in fixed order.</summary>
/// <param name="Name">The table's name, such as <c>jobs</c>.</param>
/// <param name="RowMeaning">What one row stands for, such as "dashboard, job".</param>
/// <param name="Columns">The columns.</param>
public sealed record TableSchema(string Name, string RowMeaning, IReadOnlyList<ColumnSchema> Columns)
{
    /// <summary>The position of a column, or -1 when there is none of that name.</summary>
    /// <param name="column">The column's name.</param>
    public int IndexOf(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        return -1;
    }
}

namespace CiFeatures.Core.Tables;

/// <summary>Rows of a feature table held column by column. Long tables are passed on as several of these, one after the other.</summary>
public sealed class FeatureTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="columns">One column for each column of the schema, in its order, all of the same length.</param>
    /// <exception cref="ArgumentException">The columns do not fit the schema.</exception>
    public FeatureTable(TableSchema schema, IReadOnlyList<TableColumn> columns)
    {
        if (columns.Count != schema.Columns.Count)
        {
            throw new ArgumentException($"Table {schema.Name} has {schema.Columns.Count} columns, {columns.Count} were given.", nameof(columns));
        }

        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Schema.Name != schema.Columns[i].Name || columns[i].Count != columns[0].Count)
            {
                throw new ArgumentException($"Table {schema.Name}: column {i} is {columns[i].Schema.Name} with {columns[i].Count} rows, expected {schema.Columns[i].Name} with {columns[0].Count}.", nameof(columns));
            }
        }

        Schema = schema;
        Columns = columns;
    }

    /// <summary>The schema.</summary>
    public TableSchema Schema { get; }

    /// <summary>The columns in the schema's order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>A column by name and type.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The column's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public TableColumn<T> Column<T>(string name)
        where T : notnull => (TableColumn<T>)Column(name);

    /// <summary>A column by name.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public TableColumn Column(string name)
    {
        int index = Schema.IndexOf(name);
        return index >= 0 ? Columns[index] : throw new KeyNotFoundException($"Table {Schema.Name} has no column {name}.");
    }
}

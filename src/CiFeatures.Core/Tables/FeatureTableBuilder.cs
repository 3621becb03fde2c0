namespace CiFeatures.Core.Tables;

/// <summary>Collects rows of a feature table column by column.</summary>
public sealed class FeatureTableBuilder
{
    private readonly ColumnBuilder[] _builders;

    /// <summary>Makes a builder.</summary>
    /// <param name="schema">The table's schema.</param>
    public FeatureTableBuilder(TableSchema schema)
    {
        Schema = schema;
        _builders = [.. schema.Columns.Select(ColumnBuilder.Create)];
    }

    /// <summary>The table's schema.</summary>
    public TableSchema Schema { get; }

    /// <summary>The builders in the schema's order.</summary>
    public IReadOnlyList<ColumnBuilder> Columns => _builders;

    /// <summary>The number of rows so far.</summary>
    public int RowCount => _builders.Length == 0 ? 0 : _builders[0].Count;

    /// <summary>Adds a row.</summary>
    /// <param name="values">One boxed value or null for each column, in the schema's order.</param>
    public void AppendRow(params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < _builders.Length; i++)
        {
            _builders[i].AppendObject(values[i]);
        }
    }

    /// <summary>Gives the collected rows as a table and starts anew.</summary>
    public FeatureTable Take() => new(Schema, [.. _builders.Select(b => b.Take())]);
}

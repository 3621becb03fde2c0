namespace CiFeatures.Core.Tables;

/// <summary>Collects the values of one column.</summary>
public abstract class ColumnBuilder
{
    private protected ColumnBuilder(ColumnSchema schema) => Schema = schema;

    /// <summary>The column's schema.</summary>
    public ColumnSchema Schema { get; }

    /// <summary>The number of rows so far.</summary>
    public abstract int Count { get; }

    /// <summary>Adds a row without a value.</summary>
    /// <exception cref="InvalidOperationException">The column is not nullable.</exception>
    public abstract void AppendNull();

    /// <summary>Adds a boxed value, or null.</summary>
    /// <param name="value">A value of the column's CLR type, or null.</param>
    public abstract void AppendObject(object? value);

    /// <summary>Gives the collected rows as a column and starts anew.</summary>
    public abstract TableColumn Take();

    /// <summary>Makes the builder for a column.</summary>
    /// <param name="schema">The column's schema.</param>
    public static ColumnBuilder Create(ColumnSchema schema) => schema.Type switch
    {
        ColumnType.Boolean => new ColumnBuilder<bool>(schema),
        ColumnType.Int8 => new ColumnBuilder<sbyte>(schema),
        ColumnType.Int32 => new ColumnBuilder<int>(schema),
        ColumnType.Int64 or ColumnType.TimestampMs => new ColumnBuilder<long>(schema),
        ColumnType.Float32 => new ColumnBuilder<float>(schema),
        ColumnType.Float64 => new ColumnBuilder<double>(schema),
        ColumnType.Text => new ColumnBuilder<string>(schema),
        _ => throw new ArgumentOutOfRangeException(nameof(schema), schema.Type, "Not a column type."),
    };
}

namespace CiFeatures.Core.Tables;

/// <summary>The values of one column. Use <see cref="TableColumn{T}"/> to get at them.</summary>
public abstract class TableColumn
{
    private protected TableColumn(ColumnSchema schema) => Schema = schema;

    /// <summary>The column's schema.</summary>
    public ColumnSchema Schema { get; }

    /// <summary>The number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The number of nulls.</summary>
    public abstract int NullCount { get; }

    /// <summary>Whether a row has no value.</summary>
    /// <param name="row">The row.</param>
    public abstract bool IsNull(int row);

    /// <summary>The value of a row, boxed, or null.</summary>
    /// <param name="row">The row.</param>
    public abstract object? ValueAt(int row);

    /// <summary>The CLR type that holds values of a column type: bool, sbyte, int, long, float, double, string; a timestamp is a long.</summary>
    /// <param name="type">The column type.</param>
    public static Type ClrType(ColumnType type) => type switch
    {
        ColumnType.Boolean => typeof(bool),
        ColumnType.Int8 => typeof(sbyte),
        ColumnType.Int32 => typeof(int),
        ColumnType.Int64 or ColumnType.TimestampMs => typeof(long),
        ColumnType.Float32 => typeof(float),
        ColumnType.Float64 => typeof(double),
        ColumnType.Text => typeof(string),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a column type."),
    };
}

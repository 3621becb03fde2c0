namespace CiFeatures.Core.Tables;

/// <summary>The values of one column of a known type.</summary>
/// <typeparam name="T">bool, sbyte, int, long (also timestamps), float, double or string.</typeparam>
public sealed class TableColumn<T> : TableColumn
    where T : notnull
{
    private readonly T[] _values;
    private readonly bool[]? _valid;
    private readonly int _nullCount;

    /// <summary>Makes a column.</summary>
    /// <param name="schema">The schema; its type must be held by <typeparamref name="T"/>.</param>
    /// <param name="values">One value for each row; what stands at a null does not matter.</param>
    /// <param name="valid">Whether each row has a value; null when all have.</param>
    /// <exception cref="ArgumentException">The type or the lengths do not fit, or a column that is not nullable has nulls.</exception>
    public TableColumn(ColumnSchema schema, T[] values, bool[]? valid = null)
        : base(schema)
    {
        if (ClrType(schema.Type) != typeof(T))
        {
            throw new ArgumentException($"Column {schema.Name} of type {schema.Type} does not hold {typeof(T).Name}.", nameof(schema));
        }

        if (valid is not null && valid.Length != values.Length)
        {
            throw new ArgumentException($"Column {schema.Name} has {values.Length} values and {valid.Length} flags.", nameof(valid));
        }

        _nullCount = valid is null ? 0 : valid.AsSpan().Count(false);
        if (_nullCount > 0 && !schema.Nullable)
        {
            throw new ArgumentException($"Column {schema.Name} must not have nulls and has {_nullCount}.", nameof(valid));
        }

        _values = values;
        _valid = _nullCount == 0 ? null : valid;
    }

    /// <inheritdoc/>
    public override int Count => _values.Length;

    /// <inheritdoc/>
    public override int NullCount => _nullCount;

    /// <summary>One value for each row; what stands at a null does not matter.</summary>
    public ReadOnlySpan<T> Values => _values;

    /// <summary>Whether each row has a value; empty when all have.</summary>
    public ReadOnlySpan<bool> Valid => _valid;

    /// <inheritdoc/>
    public override bool IsNull(int row) => _valid is not null && !_valid[row];

    /// <inheritdoc/>
    public override object? ValueAt(int row) => IsNull(row) ? null : _values[row];
}

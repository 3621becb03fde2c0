using System.Runtime.InteropServices;

namespace CiFeatures.Core.Tables;

/// <summary>Collects the values of one column of a known type.</summary>
/// <typeparam name="T">bool, sbyte, int, long (also timestamps), float, double or string.</typeparam>
public sealed class ColumnBuilder<T> : ColumnBuilder
    where T : notnull
{
    private readonly List<T> _values = [];
    private List<bool>? _valid;

    /// <summary>Makes a builder.</summary>
    /// <param name="schema">The column's schema; its type must be held by <typeparamref name="T"/>.</param>
    public ColumnBuilder(ColumnSchema schema)
        : base(schema)
    {
        if (TableColumn.ClrType(schema.Type) != typeof(T))
        {
            throw new ArgumentException($"Column {schema.Name} of type {schema.Type} does not hold {typeof(T).Name}.", nameof(schema));
        }
    }

    /// <inheritdoc/>
    public override int Count => _values.Count;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    public void Append(T value)
    {
        _values.Add(value);
        _valid?.Add(true);
    }

    /// <inheritdoc/>
    public override void AppendNull()
    {
        if (!Schema.Nullable)
        {
            throw new InvalidOperationException($"Column {Schema.Name} must not be null.");
        }

        if (_valid is null)
        {
            _valid = new List<bool>(_values.Count + 1);
            CollectionsMarshal.SetCount(_valid, _values.Count);
            CollectionsMarshal.AsSpan(_valid).Fill(true);
        }

        _values.Add(typeof(T) == typeof(string) ? (T)(object)"" : default!);
        _valid.Add(false);
    }

    /// <inheritdoc/>
    public override void AppendObject(object? value)
    {
        if (value is null)
        {
            AppendNull();
        }
        else
        {
            Append((T)value);
        }
    }

    /// <inheritdoc/>
    public override TableColumn Take()
    {
        var column = new TableColumn<T>(Schema, [.. _values], _valid?.ToArray());
        _values.Clear();
        _valid = null;
        return column;
    }
}

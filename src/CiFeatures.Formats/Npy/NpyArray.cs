namespace CiFeatures.Formats.Npy;

/// <summary>An array of an NPY file, its elements in C order (the last index runs fastest).</summary>
public sealed class NpyArray
{
    private readonly Array _values;

    internal NpyArray(NpyElementType type, IReadOnlyList<long> shape, Array values)
    {
        ElementType = type;
        Shape = shape;
        _values = values;
    }

    /// <summary>What the elements are.</summary>
    public NpyElementType ElementType { get; }

    /// <summary>The length of each dimension; empty for a single value.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Count => _values.Length;

    /// <summary>The elements.</summary>
    /// <typeparam name="T">bool, sbyte, short, int, long (also timestamps), byte, ushort, uint, ulong, float, double or string.</typeparam>
    /// <exception cref="InvalidCastException">The elements are of another type.</exception>
    public T[] Values<T>() => _values is T[] values && _values.GetType() == typeof(T[])
        ? values
        : throw new InvalidCastException($"The array holds {ElementType}, not {typeof(T).Name}.");

    /// <summary>The elements as numbers of 64 bits with a fraction; booleans are 0 and 1.</summary>
    /// <exception cref="InvalidCastException">The elements are texts or timestamps.</exception>
    public double[] ToDoubles() => ElementType is NpyElementType.Text or NpyElementType.TimestampMs
        ? throw new InvalidCastException($"The array holds {ElementType}, not numbers.")
        : [.. _values.Cast<object>().Select(v => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture))];
}

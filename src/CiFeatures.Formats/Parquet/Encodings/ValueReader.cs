namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Gives the values of a page one after the other.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>Throws <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/>; the caller adds the place.</remarks>
internal abstract class ValueReader<T>
{
    public abstract void Read(Span<T> destination);
}

/// <summary>Gives values as another type.</summary>
internal sealed class ConvertingReader<TFrom, T>(ValueReader<TFrom> source, Func<TFrom, T> convert) : ValueReader<T>
{
    private TFrom[] _buffer = [];

    public override void Read(Span<T> destination)
    {
        if (_buffer.Length < destination.Length)
        {
            _buffer = new TFrom[destination.Length];
        }

        source.Read(_buffer.AsSpan(0, destination.Length));
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = convert(_buffer[i]);
        }
    }
}

/// <summary>Gives values of a dictionary by their indexes; the first byte is the bit width of the indexes.</summary>
internal sealed class DictionaryReader<T> : ValueReader<T>
{
    private readonly T[] _dictionary;
    private readonly RleHybridReader _indexes;
    private int[] _buffer = [];

    public DictionaryReader(T[] dictionary, ReadOnlyMemory<byte> bytes)
    {
        _dictionary = dictionary;

        // A page without values may be without a width too.
        _indexes = bytes.Length == 0 ? new RleHybridReader(bytes, 0) : new RleHybridReader(bytes[1..], bytes.Span[0]);
    }

    public override void Read(Span<T> destination)
    {
        if (_buffer.Length < destination.Length)
        {
            _buffer = new int[destination.Length];
        }

        Span<int> indexes = _buffer.AsSpan(0, destination.Length);
        _indexes.Read(indexes);
        for (int i = 0; i < indexes.Length; i++)
        {
            if ((uint)indexes[i] >= (uint)_dictionary.Length)
            {
                throw new InvalidDataException($"index {indexes[i]} in a dictionary of {_dictionary.Length}");
            }

            destination[i] = _dictionary[indexes[i]];
        }
    }
}

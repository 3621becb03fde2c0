using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>Makes the readers for the values of a column: physical values first, then what they stand for.</summary>
internal abstract class ValueReaderFactory<T>
{
    /// <summary>A reader for the values of a page; null when the encoding does not go with the type.</summary>
    public abstract ValueReader<T>? Values(ReadOnlyMemory<byte> bytes, PageEncoding encoding);

    /// <summary>The values of a dictionary page.</summary>
    public T[] Dictionary(ReadOnlyMemory<byte> bytes, int count)
    {
        // A value takes at least a bit; only byte arrays of length 0 that are fixed could take none.
        if (count < 0 || count > bytes.Length * 8L)
        {
            throw new InvalidDataException($"a dictionary of {count} values in {bytes.Length} bytes");
        }

        var values = new T[count];
        Values(bytes, PageEncoding.Plain)!.Read(values);
        return values;
    }
}

/// <summary>A factory over a physical type and a conversion.</summary>
internal sealed class ValueReaderFactory<TPhysical, T>(Func<ReadOnlyMemory<byte>, PageEncoding, ValueReader<TPhysical>?> physical, Func<TPhysical, T>? convert) : ValueReaderFactory<T>
{
    public override ValueReader<T>? Values(ReadOnlyMemory<byte> bytes, PageEncoding encoding)
    {
        ValueReader<TPhysical>? reader = physical(bytes, encoding);
        if (reader is null)
        {
            return null;
        }

        return convert is null ? (ValueReader<T>)(object)reader : new ConvertingReader<TPhysical, T>(reader, convert);
    }
}

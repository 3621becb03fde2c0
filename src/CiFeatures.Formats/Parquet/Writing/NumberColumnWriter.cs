using System.Numerics;
using System.Runtime.InteropServices;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Writing;

/// <summary>Numbers, with a dictionary where few whole numbers repeat.</summary>
/// <typeparam name="T">The type in the table.</typeparam>
/// <typeparam name="TStored">The type in the file.</typeparam>
internal sealed class NumberColumnWriter<T, TStored>(ColumnSchema schema, Func<T, TStored> convert) : ColumnWriter(schema)
    where T : unmanaged
    where TStored : unmanaged, INumber<TStored>
{
    // More distinct values than this seldom pay and cost memory while they are counted.
    private const int MaxDictionary = 16_384;

    private static readonly int Size = Marshal.SizeOf<TStored>();
    private static readonly bool IsFloat = typeof(TStored) == typeof(float) || typeof(TStored) == typeof(double);

    private readonly List<TStored> _values = [];

    // Kept from one row group to the next: the collector is slow to return large arrays, and memory would grow meanwhile.
    private readonly Dictionary<TStored, int> _codeOf = [];
    private readonly List<int> _codes = [];
    private bool _useDictionary;
    private int _width;

    protected override long ValueBytes => (long)_values.Count * Size;

    protected override void AppendValues(TableColumn column, int start, int count)
    {
        ReadOnlySpan<T> values = ((TableColumn<T>)column).Values;
        for (int i = start; i < start + count; i++)
        {
            if (!column.IsNull(i))
            {
                _values.Add(convert(values[i]));
            }
        }
    }

    // NaN is neither least nor greatest; a zero is -0 as the least and +0 as the greatest, so that both signs are inside.
    protected override ChunkStatistics Statistics(int nullCount)
    {
        bool any = false;
        TStored min = default;
        TStored max = default;
        foreach (TStored value in _values)
        {
            if (TStored.IsNaN(value))
            {
                continue;
            }

            min = !any || value < min ? value : min;
            max = !any || value > max ? value : max;
            any = true;
        }

        if (!any)
        {
            return new ChunkStatistics(nullCount, null, null);
        }

        if (IsFloat && TStored.IsZero(min))
        {
            min = -TStored.Zero;
        }

        if (IsFloat && TStored.IsZero(max))
        {
            max = TStored.Zero;
        }

        return new ChunkStatistics(nullCount, Bytes(min), Bytes(max));
    }

    protected override int BuildDictionary(ByteBuffer output)
    {
        output.Clear();
        _useDictionary = false;
        if (IsFloat)
        {
            return 0;
        }

        _codeOf.Clear();
        _codes.Clear();
        foreach (TStored value in _values)
        {
            if (!_codeOf.TryGetValue(value, out int code))
            {
                code = _codeOf.Count;
                if (code == MaxDictionary)
                {
                    output.Clear();
                    return 0;
                }

                _codeOf.Add(value, code);
                output.Write(Bytes(value));
            }

            _codes.Add(code);
        }

        _width = RleHybridWriter.Width(Math.Max(1, _codeOf.Count - 1));
        _useDictionary = _codeOf.Count > 0 && output.Length + (long)_codes.Count * _width / 8 < ValueBytes;
        return _useDictionary ? _codeOf.Count : 0;
    }

    protected override PageEncoding EncodeValues(ByteBuffer output, int start, int count)
    {
        if (!_useDictionary)
        {
            output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_values).Slice(start, count)));
            return PageEncoding.Plain;
        }

        output.WriteByte((byte)_width);
        RleHybridWriter.Write(output, CollectionsMarshal.AsSpan(_codes).Slice(start, count), _width);
        return PageEncoding.RleDictionary;
    }

    protected override void ClearValues()
    {
        _values.Clear();
        _codes.Clear();
    }

    private static byte[] Bytes(TStored value) => MemoryMarshal.AsBytes(new ReadOnlySpan<TStored>(in value)).ToArray();
}

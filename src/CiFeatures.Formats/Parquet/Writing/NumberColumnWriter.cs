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
    private int[]? _codes;
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
        _codes = null;
        if (IsFloat)
        {
            return 0;
        }

        var codeOf = new Dictionary<TStored, int>();
        var codes = new int[_values.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            if (!codeOf.TryGetValue(_values[i], out int code))
            {
                code = codeOf.Count;
                if (code == MaxDictionary)
                {
                    output.Clear();
                    return 0;
                }

                codeOf.Add(_values[i], code);
                output.Write(Bytes(_values[i]));
            }

            codes[i] = code;
        }

        _width = RleHybridWriter.Width(Math.Max(1, codeOf.Count - 1));
        if (codeOf.Count == 0 || output.Length + (long)codes.Length * _width / 8 >= ValueBytes)
        {
            return 0;
        }

        _codes = codes;
        return codeOf.Count;
    }

    protected override PageEncoding EncodeValues(ByteBuffer output, int start, int count)
    {
        if (_codes is null)
        {
            output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_values).Slice(start, count)));
            return PageEncoding.Plain;
        }

        output.WriteByte((byte)_width);
        RleHybridWriter.Write(output, _codes.AsSpan(start, count), _width);
        return PageEncoding.RleDictionary;
    }

    protected override void ClearValues()
    {
        _values.Clear();
        _codes = null;
    }

    private static byte[] Bytes(TStored value) => MemoryMarshal.AsBytes(new ReadOnlySpan<TStored>(in value)).ToArray();
}

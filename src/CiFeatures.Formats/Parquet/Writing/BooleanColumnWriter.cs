using System.Runtime.InteropServices;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Writing;

/// <summary>Booleans as runs and bit-packed groups.</summary>
internal sealed class BooleanColumnWriter(ColumnSchema schema) : ColumnWriter(schema)
{
    private readonly List<int> _bits = [];

    protected override long ValueBytes => 4L * _bits.Count;

    protected override void AppendValues(TableColumn column, int start, int count)
    {
        ReadOnlySpan<bool> values = ((TableColumn<bool>)column).Values;
        for (int i = start; i < start + count; i++)
        {
            if (!column.IsNull(i))
            {
                _bits.Add(values[i] ? 1 : 0);
            }
        }
    }

    protected override ChunkStatistics Statistics(int nullCount) => _bits.Count == 0
        ? new ChunkStatistics(nullCount, null, null)
        : new ChunkStatistics(nullCount, [_bits.Contains(0) ? (byte)0 : (byte)1], [_bits.Contains(1) ? (byte)1 : (byte)0]);

    protected override int BuildDictionary(ByteBuffer output)
    {
        output.Clear();
        return 0;
    }

    protected override PageEncoding EncodeValues(ByteBuffer output, int start, int count)
    {
        int length = output.Length;
        output.WriteInt32(0);
        RleHybridWriter.Write(output, CollectionsMarshal.AsSpan(_bits).Slice(start, count), 1);
        output.PatchInt32(length, output.Length - length - 4);
        return PageEncoding.Rle;
    }

    protected override void ClearValues() => _bits.Clear();
}

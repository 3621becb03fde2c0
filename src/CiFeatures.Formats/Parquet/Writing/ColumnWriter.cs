using System.Runtime.InteropServices;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Writing;

/// <summary>Collects the values of one column of a row group and writes them as a chunk.</summary>
internal abstract class ColumnWriter(ColumnSchema schema)
{
    private readonly List<int> _levels = [];
    private readonly ByteBuffer _page = new();
    private readonly ByteBuffer _header = new();

    protected ColumnSchema Schema { get; } = schema;

    /// <summary>About how many bytes wait to be written.</summary>
    public long BufferedBytes => (Schema.Nullable ? 4L * _levels.Count : 0) + ValueBytes;

    protected abstract long ValueBytes { get; }

    public static ColumnWriter Create(ColumnSchema schema) => schema.Type switch
    {
        ColumnType.Boolean => new BooleanColumnWriter(schema),
        ColumnType.Int8 => new NumberColumnWriter<sbyte, int>(schema, static v => v),
        ColumnType.Int32 => new NumberColumnWriter<int, int>(schema, static v => v),
        ColumnType.Int64 or ColumnType.TimestampMs => new NumberColumnWriter<long, long>(schema, static v => v),
        ColumnType.Float32 => new NumberColumnWriter<float, float>(schema, static v => v),
        ColumnType.Float64 => new NumberColumnWriter<double, double>(schema, static v => v),
        ColumnType.Text => new TextColumnWriter(schema),
        _ => throw new ArgumentOutOfRangeException(nameof(schema), schema.Type, "Not a column type."),
    };

    public void Append(TableColumn column, int start, int count)
    {
        if (Schema.Nullable)
        {
            for (int i = start; i < start + count; i++)
            {
                _levels.Add(column.IsNull(i) ? 0 : 1);
            }
        }
        else if (column.NullCount > 0)
        {
            throw new ArgumentException($"Column {Schema.Name} must not have nulls.", nameof(column));
        }

        AppendValues(column, start, count);
    }

    /// <summary>Writes what was collected and starts anew.</summary>
    public ColumnChunk Flush(Action<ReadOnlySpan<byte>> write, long offset, int rows, PageCodec codec, int pageRows)
    {
        var chunk = new ColumnChunk { Type = FooterWriter.Physical(Schema.Type), Codec = codec, ValueCount = rows };
        ReadOnlySpan<int> levels = CollectionsMarshal.AsSpan(_levels);
        int present = Schema.Nullable ? levels.Count(1) : rows;
        chunk.Statistics = Statistics(rows - present);
        int dictionary = BuildDictionary(_page);
        if (dictionary > 0)
        {
            chunk.DictionaryPageOffset = offset;
            WritePage(write, chunk, dictionary, PageKind.Dictionary, PageEncoding.Plain);
        }

        chunk.DataPageOffset = offset + chunk.CompressedSize;
        int value = 0;
        for (int row = 0; row < rows; row += pageRows)
        {
            int pageCount = Math.Min(pageRows, rows - row);
            _page.Clear();
            int values = Schema.Nullable ? WriteLevels(levels.Slice(row, pageCount)) : pageCount;
            PageEncoding encoding = EncodeValues(_page, value, values);
            WritePage(write, chunk, pageCount, PageKind.Data, encoding);
            value += values;
            chunk.DataPages++;
            chunk.DictionaryEncodedPages += dictionary > 0 ? 1 : 0;
            chunk.FallbackEncoding = encoding;
        }

        _page.Clear();
        _levels.Clear();
        ClearValues();
        return chunk;
    }

    protected abstract void AppendValues(TableColumn column, int start, int count);

    protected abstract ChunkStatistics Statistics(int nullCount);

    /// <summary>Writes the dictionary where one pays, and gives its number of values, or 0.</summary>
    protected abstract int BuildDictionary(ByteBuffer output);

    /// <summary>Writes values of a page, nulls left out.</summary>
    protected abstract PageEncoding EncodeValues(ByteBuffer output, int start, int count);

    protected abstract void ClearValues();

    private int WriteLevels(ReadOnlySpan<int> levels)
    {
        _page.WriteInt32(0);
        RleHybridWriter.Write(_page, levels, 1);
        _page.PatchInt32(0, _page.Length - 4);
        return levels.Count(1);
    }

    private void WritePage(Action<ReadOnlySpan<byte>> write, ColumnChunk chunk, int values, PageKind kind, PageEncoding encoding)
    {
        byte[] packed = Compression.Pack(_page.Written, chunk.Codec);
        _header.Clear();
        if (kind == PageKind.Dictionary)
        {
            PageHeader.WriteDictionary(_header, _page.Length, packed.Length, values);
        }
        else
        {
            PageHeader.WriteData(_header, _page.Length, packed.Length, values, encoding);
        }

        write(_header.Written);
        write(packed);
        chunk.UncompressedSize += _header.Length + _page.Length;
        chunk.CompressedSize += _header.Length + packed.Length;
    }
}

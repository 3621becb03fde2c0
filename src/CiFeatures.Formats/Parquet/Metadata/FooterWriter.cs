using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Thrift;

namespace CiFeatures.Formats.Parquet.Metadata;

/// <summary>Writes the footer of a flat table.</summary>
internal static class FooterWriter
{
    public static void Write(ByteBuffer output, TableSchema schema, FileMetadata file)
    {
        var writer = new ThriftWriter(output);
        writer.BeginElement();
        writer.Int32(1, 2);
        WriteSchema(writer, schema);
        writer.Int64(3, file.RowCount);
        writer.BeginList(4, ThriftType.Struct, file.RowGroups.Count);
        for (int i = 0; i < file.RowGroups.Count; i++)
        {
            WriteRowGroup(writer, schema, file.RowGroups[i], i);
        }

        if (file.KeyValues.Count > 0)
        {
            writer.BeginList(5, ThriftType.Struct, file.KeyValues.Count);
            foreach ((string key, string value) in file.KeyValues)
            {
                writer.BeginElement();
                writer.Text(1, key);
                writer.Text(2, value);
                writer.EndStruct();
            }
        }

        writer.Text(6, file.CreatedBy);

        // Without this list readers must not trust min_value and max_value.
        writer.BeginList(7, ThriftType.Struct, schema.Columns.Count);
        for (int i = 0; i < schema.Columns.Count; i++)
        {
            writer.BeginElement();
            writer.EmptyStruct(1);
            writer.EndStruct();
        }

        writer.EndStruct();
    }

    public static PhysicalType Physical(ColumnType type) => type switch
    {
        ColumnType.Boolean => PhysicalType.Boolean,
        ColumnType.Int8 or ColumnType.Int32 => PhysicalType.Int32,
        ColumnType.Int64 or ColumnType.TimestampMs => PhysicalType.Int64,
        ColumnType.Float32 => PhysicalType.Float,
        ColumnType.Float64 => PhysicalType.Double,
        ColumnType.Text => PhysicalType.ByteArray,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a column type."),
    };

    private static void WriteSchema(ThriftWriter writer, TableSchema schema)
    {
        writer.BeginList(2, ThriftType.Struct, schema.Columns.Count + 1);
        writer.BeginElement();
        writer.Text(4, "schema");
        writer.Int32(5, schema.Columns.Count);
        writer.EndStruct();
        foreach (ColumnSchema column in schema.Columns)
        {
            writer.BeginElement();
            writer.Int32(1, (int)Physical(column.Type));
            writer.Int32(3, column.Nullable ? 1 : 0);
            writer.Text(4, column.Name);
            WriteAnnotation(writer, column.Type);
            writer.EndStruct();
        }
    }

    // The converted type (6) is for readers from before the logical types (10).
    private static void WriteAnnotation(ThriftWriter writer, ColumnType type)
    {
        switch (type)
        {
            case ColumnType.Text:
                writer.Int32(6, 0);
                writer.BeginStruct(10);
                writer.EmptyStruct(1);
                writer.EndStruct();
                break;
            case ColumnType.TimestampMs:
                writer.Int32(6, 9);
                writer.BeginStruct(10);
                writer.BeginStruct(8);
                writer.Boolean(1, true);
                writer.BeginStruct(2);
                writer.EmptyStruct(1);
                writer.EndStruct();
                writer.EndStruct();
                writer.EndStruct();
                break;
            case ColumnType.Int8:
                writer.Int32(6, 15);
                writer.BeginStruct(10);
                writer.BeginStruct(10);
                writer.Byte(1, 8);
                writer.Boolean(2, true);
                writer.EndStruct();
                writer.EndStruct();
                break;
            default:
                break;
        }
    }

    private static void WriteRowGroup(ThriftWriter writer, TableSchema schema, RowGroup group, int ordinal)
    {
        writer.BeginElement();
        writer.BeginList(1, ThriftType.Struct, group.Columns.Count);
        long compressed = 0;
        for (int i = 0; i < group.Columns.Count; i++)
        {
            compressed += group.Columns[i].CompressedSize;
            WriteChunk(writer, schema.Columns[i], group.Columns[i]);
        }

        writer.Int64(2, group.ByteSize);
        writer.Int64(3, group.RowCount);
        writer.Int64(5, group.Columns[0].Start);
        writer.Int64(6, compressed);
        if (ordinal <= short.MaxValue)
        {
            writer.Int16(7, (short)ordinal);
        }

        writer.EndStruct();
    }

    private static void WriteChunk(ThriftWriter writer, ColumnSchema column, ColumnChunk chunk)
    {
        writer.BeginElement();
        writer.Int64(2, chunk.Start);
        writer.BeginStruct(3);
        writer.Int32(1, (int)chunk.Type);
        WriteEncodings(writer, chunk);
        writer.BeginList(3, ThriftType.Binary, 1);
        writer.TextElement(column.Name);
        writer.Int32(4, (int)chunk.Codec);
        writer.Int64(5, chunk.ValueCount);
        writer.Int64(6, chunk.UncompressedSize);
        writer.Int64(7, chunk.CompressedSize);
        writer.Int64(9, chunk.DataPageOffset);
        if (chunk.DictionaryPageOffset > 0)
        {
            writer.Int64(11, chunk.DictionaryPageOffset);
        }

        WriteStatistics(writer, chunk.Statistics!);
        WritePageCounts(writer, chunk);
        writer.EndStruct();
        writer.EndStruct();
    }

    private static void WriteEncodings(ThriftWriter writer, ColumnChunk chunk)
    {
        List<PageEncoding> encodings = [PageEncoding.Rle];
        if (chunk.DictionaryEncodedPages > 0)
        {
            encodings.Add(PageEncoding.Plain);
            encodings.Add(PageEncoding.RleDictionary);
        }
        else if (chunk.FallbackEncoding != PageEncoding.Rle)
        {
            encodings.Add(chunk.FallbackEncoding);
        }

        writer.BeginList(2, ThriftType.I32, encodings.Count);
        foreach (PageEncoding encoding in encodings)
        {
            writer.Int32Element((int)encoding);
        }
    }

    private static void WriteStatistics(ThriftWriter writer, ChunkStatistics statistics)
    {
        writer.BeginStruct(12);
        writer.Int64(3, statistics.NullCount);
        if (statistics.Max is not null)
        {
            writer.Binary(5, statistics.Max);
        }

        if (statistics.Min is not null)
        {
            writer.Binary(6, statistics.Min);
        }

        if (statistics.Max is not null)
        {
            writer.Boolean(7, statistics.IsMaxExact);
        }

        if (statistics.Min is not null)
        {
            writer.Boolean(8, statistics.IsMinExact);
        }

        writer.EndStruct();
    }

    private static void WritePageCounts(ThriftWriter writer, ColumnChunk chunk)
    {
        bool dictionary = chunk.DictionaryEncodedPages > 0;
        writer.BeginList(13, ThriftType.Struct, dictionary ? 2 : 1);
        if (dictionary)
        {
            WritePageCount(writer, PageKind.Dictionary, PageEncoding.Plain, 1);
        }

        WritePageCount(writer, PageKind.Data, dictionary ? PageEncoding.RleDictionary : chunk.FallbackEncoding, chunk.DataPages);
    }

    private static void WritePageCount(ThriftWriter writer, PageKind kind, PageEncoding encoding, int count)
    {
        writer.BeginElement();
        writer.Int32(1, (int)kind);
        writer.Int32(2, (int)encoding);
        writer.Int32(3, count);
        writer.EndStruct();
    }
}

using CiFeatures.Formats.Parquet.Thrift;

namespace CiFeatures.Formats.Parquet.Metadata;

/// <summary>Reads the footer: schema, row groups, key/value metadata.</summary>
internal static class FooterReader
{
    public static FileMetadata Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ThriftReader(bytes);
        var file = new FileMetadata();
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 2:
                    for (int left = reader.ListOfStructs(type); left > 0; left--)
                    {
                        file.Schema.Add(SchemaElementReader.Read(reader));
                    }

                    break;
                case 3:
                    file.RowCount = reader.Int64(type);
                    break;
                case 4:
                    for (int left = reader.ListOfStructs(type); left > 0; left--)
                    {
                        file.RowGroups.Add(ReadRowGroup(reader));
                    }

                    break;
                case 5:
                    for (int left = reader.ListOfStructs(type); left > 0; left--)
                    {
                        file.KeyValues.Add(ReadKeyValue(reader));
                    }

                    break;
                case 6:
                    file.CreatedBy = reader.Text(type);
                    break;
                case 8:
                    file.IsEncrypted = true;
                    reader.Skip(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return file;
    }

    private static KeyValuePair<string, string> ReadKeyValue(ThriftReader reader)
    {
        string key = "";
        string value = "";
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    key = reader.Text(type);
                    break;
                case 2:
                    value = reader.Text(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return new(key, value);
    }

    private static RowGroup ReadRowGroup(ThriftReader reader)
    {
        var group = new RowGroup { RowCount = -1 };
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    for (int left = reader.ListOfStructs(type); left > 0; left--)
                    {
                        group.Columns.Add(ReadChunk(reader));
                    }

                    break;
                case 2:
                    group.ByteSize = reader.Int64(type);
                    break;
                case 3:
                    group.RowCount = reader.Int64(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return group;
    }

    private static ColumnChunk ReadChunk(ThriftReader reader)
    {
        var chunk = new ColumnChunk { ValueCount = -1 };
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    chunk.InOtherFile = reader.Binary(type).Length > 0;
                    break;
                case 3 when type == ThriftType.Struct:
                    ReadChunkMetadata(reader, chunk);
                    break;
                case 8 or 9:
                    chunk.IsEncrypted = true;
                    reader.Skip(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return chunk.ValueCount >= 0 || chunk.IsEncrypted ? chunk : throw new InvalidDataException("a column chunk does not say how many values it has");
    }

    private static void ReadChunkMetadata(ThriftReader reader, ColumnChunk chunk)
    {
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    chunk.Type = (PhysicalType)reader.Int32(type);
                    break;
                case 4:
                    chunk.Codec = (PageCodec)reader.Int32(type);
                    break;
                case 5:
                    chunk.ValueCount = reader.Int64(type);
                    break;
                case 6:
                    chunk.UncompressedSize = reader.Int64(type);
                    break;
                case 7:
                    chunk.CompressedSize = reader.Int64(type);
                    break;
                case 9:
                    chunk.DataPageOffset = reader.Int64(type);
                    break;
                case 11:
                    chunk.DictionaryPageOffset = reader.Int64(type);
                    break;
                case 12 when type == ThriftType.Struct:
                    chunk.Statistics = ReadStatistics(reader);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }
    }

    private static ChunkStatistics ReadStatistics(ThriftReader reader)
    {
        var statistics = new ChunkStatistics(-1, null, null);
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 3:
                    statistics = statistics with { NullCount = reader.Int64(type) };
                    break;
                case 5:
                    statistics = statistics with { Max = reader.Binary(type).ToArray() };
                    break;
                case 6:
                    statistics = statistics with { Min = reader.Binary(type).ToArray() };
                    break;
                case 7:
                    statistics = statistics with { IsMaxExact = ThriftReader.Boolean(type) };
                    break;
                case 8:
                    statistics = statistics with { IsMinExact = ThriftReader.Boolean(type) };
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return statistics;
    }
}

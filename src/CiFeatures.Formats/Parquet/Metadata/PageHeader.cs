using CiFeatures.Formats.Parquet.Thrift;

namespace CiFeatures.Formats.Parquet.Metadata;

/// <summary>The head of a page. Version 2 data pages say how long their levels are and leave them uncompressed.</summary>
internal sealed class PageHeader
{
    public PageKind Kind { get; private set; }

    public int UncompressedSize { get; private set; } = -1;

    public int CompressedSize { get; private set; } = -1;

    public int ValueCount { get; private set; } = -1;

    public PageEncoding Encoding { get; private set; }

    public PageEncoding LevelEncoding { get; private set; } = PageEncoding.Rle;

    public int DefinitionLevelBytes { get; private set; }

    public int RepetitionLevelBytes { get; private set; }

    public bool IsCompressed { get; private set; } = true;

    public static PageHeader Read(ThriftReader reader)
    {
        var header = new PageHeader();
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    header.Kind = (PageKind)reader.Int32(type);
                    break;
                case 2:
                    header.UncompressedSize = reader.Int32(type);
                    break;
                case 3:
                    header.CompressedSize = reader.Int32(type);
                    break;
                case 5 or 7 or 8 when type == ThriftType.Struct:
                    header.ReadKind(reader, id);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        if (header.UncompressedSize < 0 || header.CompressedSize < 0)
        {
            throw new InvalidDataException("a page does not say its size");
        }

        return header;
    }

    public static void WriteData(ByteBuffer output, int uncompressed, int compressed, int values, PageEncoding encoding)
    {
        ThriftWriter writer = Begin(output, PageKind.Data, uncompressed, compressed);
        writer.BeginStruct(5);
        writer.Int32(1, values);
        writer.Int32(2, (int)encoding);
        writer.Int32(3, (int)PageEncoding.Rle);
        writer.Int32(4, (int)PageEncoding.Rle);
        writer.EndStruct();
        writer.EndStruct();
    }

    public static void WriteDictionary(ByteBuffer output, int uncompressed, int compressed, int values)
    {
        ThriftWriter writer = Begin(output, PageKind.Dictionary, uncompressed, compressed);
        writer.BeginStruct(7);
        writer.Int32(1, values);
        writer.Int32(2, (int)PageEncoding.Plain);
        writer.EndStruct();
        writer.EndStruct();
    }

    private static ThriftWriter Begin(ByteBuffer output, PageKind kind, int uncompressed, int compressed)
    {
        var writer = new ThriftWriter(output);
        writer.BeginElement();
        writer.Int32(1, (int)kind);
        writer.Int32(2, uncompressed);
        writer.Int32(3, compressed);
        return writer;
    }

    private void ReadKind(ThriftReader reader, int kindId)
    {
        reader.BeginStruct();
        while (reader.NextField(out int id, out ThriftType type))
        {
            switch (kindId, id)
            {
                case (_, 1):
                    ValueCount = reader.Int32(type);
                    break;
                case (5 or 7, 2) or (8, 4):
                    Encoding = (PageEncoding)reader.Int32(type);
                    break;
                case (5, 3):
                    LevelEncoding = (PageEncoding)reader.Int32(type);
                    break;
                case (8, 5):
                    DefinitionLevelBytes = reader.Int32(type);
                    break;
                case (8, 6):
                    RepetitionLevelBytes = reader.Int32(type);
                    break;
                case (8, 7):
                    IsCompressed = ThriftReader.Boolean(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }
    }
}

namespace CiFeatures.Formats.Parquet.Metadata;

/// <summary>The footer of a file.</summary>
internal sealed class FileMetadata
{
    public List<SchemaElement> Schema { get; } = [];

    public long RowCount { get; set; }

    public List<RowGroup> RowGroups { get; } = [];

    public List<KeyValuePair<string, string>> KeyValues { get; } = [];

    public string CreatedBy { get; set; } = "";

    public bool IsEncrypted { get; set; }
}

/// <summary>A node of the schema: the root, a group or a column.</summary>
internal sealed class SchemaElement
{
    public string Name { get; set; } = "";

    /// <summary>Null for the root and for groups.</summary>
    public PhysicalType? Type { get; set; }

    public int TypeLength { get; set; }

    /// <summary>0 required, 1 optional, 2 repeated.</summary>
    public int Repetition { get; set; }

    public int ChildCount { get; set; }

    public Annotation Annotation { get; set; }

    public int Scale { get; set; }
}

/// <summary>A row group: one chunk for each column.</summary>
internal sealed class RowGroup
{
    public List<ColumnChunk> Columns { get; } = [];

    public long RowCount { get; set; }

    public long ByteSize { get; set; }
}

/// <summary>The values of one column in one row group.</summary>
internal sealed class ColumnChunk
{
    public PhysicalType Type { get; set; }

    public PageCodec Codec { get; set; }

    public long ValueCount { get; set; }

    public long CompressedSize { get; set; }

    public long UncompressedSize { get; set; }

    public long DataPageOffset { get; set; }

    /// <summary>0 where there is no dictionary page.</summary>
    public long DictionaryPageOffset { get; set; }

    public bool InOtherFile { get; set; }

    public bool IsEncrypted { get; set; }

    public ChunkStatistics? Statistics { get; set; }

    /// <summary>The data pages with a dictionary, and those without.</summary>
    public int DictionaryEncodedPages { get; set; }

    public int DataPages { get; set; }

    public PageEncoding FallbackEncoding { get; set; }

    /// <summary>Where the chunk's first page begins; some writers leave the dictionary's offset at 0.</summary>
    public long Start => DictionaryPageOffset > 0 && DictionaryPageOffset < DataPageOffset ? DictionaryPageOffset : DataPageOffset;
}

/// <summary>Least and greatest value of a chunk, as plain bytes. NaN is in neither; null where there is no value.</summary>
internal sealed record ChunkStatistics(long NullCount, byte[]? Min, byte[]? Max, bool IsMinExact = true, bool IsMaxExact = true);

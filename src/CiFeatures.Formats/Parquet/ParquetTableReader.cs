using System.Buffers.Binary;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;
using CiFeatures.Formats.Parquet.Reading;

namespace CiFeatures.Formats.Parquet;

/// <summary>Reads flat tables from Parquet files of any writer.</summary>
/// <remarks>
/// <para>Read are: all physical types; the encodings PLAIN, dictionary, RLE, the three DELTA ones and BYTE_STREAM_SPLIT; data pages of version 1 and 2;
/// the codecs none, Snappy, Gzip and Brotli. Nested and repeated columns are an error that names the column.</para>
/// <para>Types: unsigned numbers of 8 and 16 bits become Int32, of 32 bits Int64; of 64 bits Int64, and a value above 2^63-1 is an error.
/// Timestamps of any unit, dates and INT96 become TimestampMs, rounded down to the millisecond; a time without a zone is taken as UTC.
/// Times of day stay whole numbers in their unit. Decimals and half floats become floating point, UUIDs and byte arrays of fixed length text
/// (the latter hexadecimal). Byte arrays must be UTF-8.</para>
/// <para>One page of each column is held at a time. Every count is checked before memory is taken for it.</para>
/// </remarks>
public sealed class ParquetTableReader : ITableReader
{
    private const int PieceRows = 65_536;
    private const int MaxFooter = 1 << 28;
    private const int MaxColumns = 100_000;

    private readonly Stream _stream;
    private readonly string _place;
    private readonly bool _leaveOpen;
    private readonly FileMetadata _file;
    private readonly List<ColumnPlan> _plans;

    /// <summary>Opens a file and reads its footer.</summary>
    /// <param name="stream">The file; must be able to seek. Closed with the reader unless <paramref name="leaveOpen"/>.</param>
    /// <param name="place">The file's name for errors, and without its ending the table's name.</param>
    /// <param name="schema">The schema to give out, with units and meanings; its names and types must be those of the file. Null to take it from the file.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the reader is disposed.</param>
    /// <exception cref="CiFeaturesException">Not a Parquet file, damaged (CIF1401), with something that is not read (CIF1402), or of other columns than asked for (CIF1414).</exception>
    public ParquetTableReader(Stream stream, string place, TableSchema? schema = null, bool leaveOpen = false)
    {
        _stream = stream;
        _place = place;
        _leaveOpen = leaveOpen;
        _file = ReadFooter();
        _plans = ReadPlans();
        CheckRowGroups();
        var own = new TableSchema(Path.GetFileNameWithoutExtension(place), "as in the file", [.. _plans.Select(p => p.Schema)]);
        Schema = schema is null ? own : SchemaCheck.Fit(schema, own, place);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public long? RowCount => _file.RowCount;

    /// <summary>The number of row groups.</summary>
    public int RowGroupCount => _file.RowGroups.Count;

    /// <summary>What the writer of the file calls itself.</summary>
    public string CreatedBy => _file.CreatedBy;

    /// <summary>The key/value metadata in the file's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> KeyValues => _file.KeyValues;

    internal FileMetadata Metadata => _file;

    /// <inheritdoc/>
    public IEnumerable<FeatureTable> Read()
    {
        for (int g = 0; g < _file.RowGroups.Count; g++)
        {
            RowGroup group = _file.RowGroups[g];
            if (group.RowCount == 0)
            {
                continue;
            }

            ColumnCursor[] cursors = OpenColumns(group, g);
            for (long left = group.RowCount; left > 0;)
            {
                int rows = (int)Math.Min(left, PieceRows);
                yield return new FeatureTable(Schema, [.. cursors.Select(c => c.Read(rows))]);
                left -= rows;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private ColumnCursor[] OpenColumns(RowGroup group, int number)
    {
        var cursors = new ColumnCursor[_plans.Count];
        for (int c = 0; c < cursors.Length; c++)
        {
            string place = $"{_place}, row group {number}, column '{_plans[c].Element.Name}'";
            ColumnChunk chunk = group.Columns[c];
            if (chunk.InOtherFile || chunk.IsEncrypted)
            {
                throw FormatErrors.ParquetNotRead(chunk.IsEncrypted ? "The column is encrypted." : "The column is in another file.", place, "Write the file again, in one piece and without encryption.");
            }

            if (!Compression.IsRead(chunk.Codec))
            {
                throw FormatErrors.ParquetNotRead($"The column is packed with {chunk.Codec}, which is not read here.", place, "Write the file again with Snappy, Gzip, Brotli or without compression.");
            }

            cursors[c] = _plans[c].Open(_stream, chunk, Schema.Columns[c], place);
        }

        return cursors;
    }

    private FileMetadata ReadFooter()
    {
        try
        {
            Span<byte> ends = stackalloc byte[12];
            if (_stream.Length < 12)
            {
                throw new InvalidDataException($"a file of {_stream.Length} bytes is too short");
            }

            _stream.Position = 0;
            _stream.ReadExactly(ends[..4]);
            _stream.Position = _stream.Length - 8;
            _stream.ReadExactly(ends[4..]);
            if (ends[8..].SequenceEqual("PARE"u8))
            {
                throw FormatErrors.ParquetNotRead("The file is encrypted.", _place, "Write the file again without encryption.");
            }

            if (!ends[..4].SequenceEqual("PAR1"u8) || !ends[8..].SequenceEqual("PAR1"u8))
            {
                throw new InvalidDataException("it does not begin and end with PAR1, so it is no Parquet file or was cut off");
            }

            int length = BinaryPrimitives.ReadInt32LittleEndian(ends[4..]);
            if (length is < 1 or > MaxFooter || length > _stream.Length - 12)
            {
                throw new InvalidDataException($"a footer of {length} bytes in a file of {_stream.Length}");
            }

            byte[] bytes = new byte[length];
            _stream.Position = _stream.Length - 8 - length;
            _stream.ReadExactly(bytes);
            return FooterReader.Read(bytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or InvalidOperationException)
        {
            throw FormatErrors.CorruptParquet($"The footer cannot be read: {exception.Message}.", _place, exception);
        }
    }

    private List<ColumnPlan> ReadPlans()
    {
        if (_file.IsEncrypted)
        {
            throw FormatErrors.ParquetNotRead("The file is encrypted.", _place, "Write the file again without encryption.");
        }

        int columns = _file.Schema.Count - 1;
        if (columns is < 1 or > MaxColumns)
        {
            throw FormatErrors.CorruptParquet($"The schema has {columns} columns.", _place);
        }

        var plans = new List<ColumnPlan>(columns);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SchemaElement element in _file.Schema.Skip(1))
        {
            if (element.ChildCount > 0 || element.Type is null)
            {
                throw FormatErrors.ParquetNotRead("The column is nested; only flat columns are read here.", $"{_place}, column '{element.Name}'", "Write the file with the nested fields as columns of their own.");
            }

            if (!names.Add(element.Name))
            {
                throw FormatErrors.CorruptParquet("Two columns have the same name.", $"{_place}, column '{element.Name}'");
            }

            plans.Add(ColumnPlan.For(element, _place));
        }

        return _file.Schema[0].ChildCount == columns ? plans : throw FormatErrors.CorruptParquet($"The schema says {_file.Schema[0].ChildCount} columns and lists {columns}.", _place);
    }

    private void CheckRowGroups()
    {
        Int128 rows = 0;
        for (int g = 0; g < _file.RowGroups.Count; g++)
        {
            RowGroup group = _file.RowGroups[g];
            rows += group.RowCount;
            if (group.RowCount is < 0 or > int.MaxValue || group.Columns.Count != _plans.Count)
            {
                throw FormatErrors.CorruptParquet($"A row group of {group.RowCount} rows and {group.Columns.Count} columns, where {_plans.Count} are listed.", $"{_place}, row group {g}");
            }

            for (int c = 0; c < _plans.Count; c++)
            {
                if (!group.Columns[c].IsEncrypted && (group.Columns[c].ValueCount != group.RowCount || group.Columns[c].Type != _plans[c].Element.Type))
                {
                    throw FormatErrors.CorruptParquet($"{group.Columns[c].ValueCount} values of type {group.Columns[c].Type} where {group.RowCount} of type {_plans[c].Element.Type} are expected.", $"{_place}, row group {g}, column '{_plans[c].Element.Name}'");
                }
            }
        }

        if (rows != _file.RowCount)
        {
            throw FormatErrors.CorruptParquet($"The file says {_file.RowCount} rows, its row groups have {rows}.", _place);
        }
    }
}

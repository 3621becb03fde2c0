using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet.Metadata;
using CiFeatures.Formats.Parquet.Writing;

namespace CiFeatures.Formats.Parquet;

/// <summary>Writes a table as a Parquet file, row group by row group, so that memory stays bounded.</summary>
/// <remarks>
/// The same rows and options give the same bytes, however the rows are cut into pieces. Texts and whole numbers get a dictionary where
/// it makes them smaller. Each chunk has its null count and least and greatest value: NaN is in neither, texts are shortened to 64 bytes and
/// then say that they are not exact. Timestamps are UTC in milliseconds; Int8 is stored as a 32-bit number of 8 bits.
/// </remarks>
public sealed class ParquetTableWriter : ITableWriter
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ParquetWriterOptions _options;
    private readonly ColumnWriter[] _columns;
    private readonly FileMetadata _file = new();
    private long _position;
    private int _waiting;
    private bool _completed;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where the file goes, from its present position on, which counts as the file's start. Need not seek.</param>
    /// <param name="schema">The columns; at least one.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    /// <exception cref="ArgumentException">There is no column, or an option is out of range.</exception>
    public ParquetTableWriter(Stream stream, TableSchema schema, ParquetWriterOptions? options = null, bool leaveOpen = false)
    {
        _options = options ?? new ParquetWriterOptions();
        _options.Validate();
        if (schema.Columns.Count == 0)
        {
            throw new ArgumentException($"Table {schema.Name} has no columns.", nameof(schema));
        }

        _stream = stream;
        _leaveOpen = leaveOpen;
        Schema = schema;
        _columns = [.. schema.Columns.Select(ColumnWriter.Create)];
        _file.KeyValues.AddRange(_options.KeyValues);
        _file.CreatedBy = _options.CreatedBy;
        Write("PAR1"u8);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <summary>The number of rows so far.</summary>
    public long RowCount => _file.RowCount + _waiting;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have other columns than the schema.</exception>
    public void Write(FeatureTable rows)
    {
        TableRows.Check(Schema, rows);
        ObjectDisposedException.ThrowIf(_completed, this);
        for (int start = 0; start < rows.RowCount;)
        {
            // Slices end where they would if all rows came in one piece: the bytes must not depend on how rows are cut.
            int toCheck = _options.SliceRows - _waiting % _options.SliceRows;
            int count = Math.Min(Math.Min(toCheck, _options.RowGroupRows - _waiting), rows.RowCount - start);
            for (int c = 0; c < _columns.Length; c++)
            {
                _columns[c].Append(rows.Columns[c], start, count);
            }

            start += count;
            _waiting += count;
            if (_waiting == _options.RowGroupRows || (_waiting % _options.SliceRows == 0 && _columns.Sum(c => c.BufferedBytes) >= _options.RowGroupBytes))
            {
                FlushRowGroup();
            }
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_completed)
        {
            return;
        }

        if (_waiting > 0)
        {
            FlushRowGroup();
        }

        var footer = new ByteBuffer();
        FooterWriter.Write(footer, Schema, _file);
        footer.WriteInt32(footer.Length);
        footer.Write("PAR1"u8);
        Write(footer.Written);
        _stream.Flush();
        _completed = true;
    }

    /// <summary>Closes the stream. A file that was not completed has no footer and cannot be taken for whole.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private void FlushRowGroup()
    {
        var group = new RowGroup { RowCount = _waiting };
        foreach (ColumnWriter column in _columns)
        {
            ColumnChunk chunk = column.Flush(Write, _position, _waiting, (PageCodec)_options.Compression, _options.PageRows);
            group.Columns.Add(chunk);
            group.ByteSize += chunk.UncompressedSize;
        }

        _file.RowGroups.Add(group);
        _file.RowCount += _waiting;
        _waiting = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}

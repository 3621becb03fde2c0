using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>Writes a table as an NPZ file with one array for each column.</summary>
/// <remarks>
/// <para>An array says its length first, so columns wait in temporary files until the table ends; memory is bounded by the distinct texts.</para>
/// <para>Forms: Boolean <c>|b1</c>, Int8 <c>|i1</c>, Int32 <c>&lt;i4</c>, Int64 <c>&lt;i8</c>, Float32 <c>&lt;f4</c>, Float64 <c>&lt;f8</c>,
/// timestamps <c>&lt;M8[ms]</c> with NaT for null. A nullable column of booleans or whole numbers is <c>&lt;f8</c> with NaN for null (numbers beyond
/// 2^53 are rounded there; Parquet keeps them). A null in a floating point column is NaN and cannot be told from a NaN. A text column is two arrays:
/// <c>&lt;name&gt;</c> holds <c>&lt;i4</c> codes, -1 for null, and <c>&lt;name&gt;__categories</c> the texts in order of first appearance
/// (<c>&lt;U</c>; NumPy drops zero characters at the end of a text).</para>
/// </remarks>
public sealed class NpzTableWriter : ITableWriter
{
    private readonly Stream _stream;
    private readonly bool _compress;
    private readonly bool _leaveOpen;
    private readonly string _spoolFolder;
    private readonly List<NpzColumnSpool> _spools = [];
    private bool _completed;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where the file goes; need not seek.</param>
    /// <param name="schema">The columns; at least one.</param>
    /// <param name="spoolFolder">A folder that does not exist yet; it is made, holds the columns while rows come, and is removed by <see cref="Dispose"/>.</param>
    /// <param name="compress">Whether arrays are deflated.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    /// <exception cref="ArgumentException">There is no column, or a column has the name of another one's categories.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public NpzTableWriter(Stream stream, TableSchema schema, string spoolFolder, bool compress = true, bool leaveOpen = false)
    {
        if (schema.Columns.Count == 0)
        {
            throw new ArgumentException($"Table {schema.Name} has no columns.", nameof(schema));
        }

        ColumnSchema? taken = schema.Columns.FirstOrDefault(c => c.Type == ColumnType.Text && schema.IndexOf(NpzColumnSpool.CategoriesOf(c.Name)) >= 0);
        if (taken is not null)
        {
            throw new ArgumentException($"Column {NpzColumnSpool.CategoriesOf(taken.Name)} has the name that the categories of {taken.Name} need.", nameof(schema));
        }

        _stream = stream;
        _compress = compress;
        _leaveOpen = leaveOpen;
        _spoolFolder = spoolFolder;
        Schema = schema;
        Directory.CreateDirectory(spoolFolder);
        for (int i = 0; i < schema.Columns.Count; i++)
        {
            _spools.Add(new NpzColumnSpool(schema.Columns[i], Path.Combine(spoolFolder, System.FormattableString.Invariant($"{i}.bin"))));
        }
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <summary>The number of rows so far.</summary>
    public long RowCount { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have other columns than the schema.</exception>
    public void Write(FeatureTable rows)
    {
        TableRows.Check(Schema, rows);
        ObjectDisposedException.ThrowIf(_completed, this);
        for (int i = 0; i < _spools.Count; i++)
        {
            _spools[i].Append(rows.Columns[i]);
        }

        RowCount += rows.RowCount;
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_completed)
        {
            return;
        }

        using (var archive = new NpzWriter(_stream, _compress, leaveOpen: true))
        {
            foreach (NpzColumnSpool spool in _spools)
            {
                spool.WriteTo(archive, RowCount);
            }
        }

        _stream.Flush();
        _completed = true;
    }

    /// <summary>Removes the temporary files and closes the stream.</summary>
    public void Dispose()
    {
        foreach (NpzColumnSpool spool in _spools)
        {
            try
            {
                spool.Dispose();
            }
            catch (IOException)
            {
                // On a full disk the last bytes of a spool cannot be written; it is deleted anyway.
            }
        }

        if (Directory.Exists(_spoolFolder))
        {
            Directory.Delete(_spoolFolder, recursive: true);
        }

        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }
}

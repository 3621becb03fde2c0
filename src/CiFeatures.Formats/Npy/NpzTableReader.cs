using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>Reads an NPZ file as a table: each array of one dimension is a column, each of two dimensions several columns <c>&lt;name&gt;_&lt;i&gt;</c>.</summary>
/// <remarks>
/// All arrays must have the same number of rows. An array of whole numbers with a <c>&lt;name&gt;__categories</c> beside it is a text column.
/// Whole numbers of 8 and 16 bits without a sign and of 16 bits with one become Int32, of 32 bits without a sign Int64; NaT is null.
/// With a schema, NaN is null in its nullable columns, and floating point arrays become the whole numbers or booleans that it names.
/// </remarks>
public sealed class NpzTableReader : ITableReader
{
    private const int PieceRows = 65_536;
    private const long MaxColumns = 100_000;

    private readonly NpzReader _archive;
    private readonly List<NpzArrayPlan> _plans = [];
    private readonly long _rows = -1;

    /// <summary>Opens a file and reads the heads of its arrays.</summary>
    /// <param name="stream">The file; must be able to seek. Closed with the reader unless <paramref name="leaveOpen"/>.</param>
    /// <param name="place">The file's name for errors, and without its ending the table's name.</param>
    /// <param name="schema">The schema to give out; its names must be those of the file. Null to take it from the file.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the reader is disposed.</param>
    /// <exception cref="CiFeaturesException">Damaged (CIF1403), of types or shapes that make no table (CIF1404), or of other columns than asked for (CIF1414).</exception>
    public NpzTableReader(Stream stream, string place, TableSchema? schema = null, bool leaveOpen = false)
    {
        _archive = new NpzReader(stream, place, leaveOpen);
        IReadOnlyList<string> names = _archive.Names;
        var known = new HashSet<string>(names, StringComparer.Ordinal);
        long columns = 0;
        foreach (string name in names)
        {
            bool isCategories = name.EndsWith(NpzColumnSpool.CategoriesOf(""), StringComparison.Ordinal) && known.Contains(name[..^NpzColumnSpool.CategoriesOf("").Length]);
            if (isCategories)
            {
                continue;
            }

            var plan = NpzArrayPlan.Open(_archive, name, known.Contains(NpzColumnSpool.CategoriesOf(name)));
            columns += plan.Width;
            if (_rows >= 0 && plan.Rows != _rows)
            {
                throw FormatErrors.NpyNotRead($"The array has {plan.Rows} rows, the ones before have {_rows}.", _archive.PlaceOf(name), "Only arrays of the same length make a table.");
            }

            if (plan.Width == 0 || columns > MaxColumns)
            {
                throw FormatErrors.NpyNotRead($"The arrays make {columns} columns.", _archive.PlaceOf(name), $"A table has 1 to {MaxColumns} columns.");
            }

            _rows = plan.Rows;
            _plans.Add(plan);
        }

        if (_plans.Count == 0)
        {
            throw FormatErrors.CorruptNpy("There is no array in the file.", place);
        }

        ColumnSchema[] own = [.. _plans.SelectMany(p => p.Columns)];
        if (schema is not null)
        {
            SchemaCheck.CheckNames(schema, [.. own.Select(c => c.Name)], place);
        }

        Schema = schema ?? new TableSchema(Path.GetFileNameWithoutExtension(place), "as in the file", own);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public long? RowCount => _rows;

    /// <inheritdoc/>
    public IEnumerable<FeatureTable> Read()
    {
        List<NpzArrayCursor> cursors = [];
        try
        {
            foreach (NpzArrayPlan plan in _plans)
            {
                cursors.Add(new NpzArrayCursor(_archive, plan));
            }

            for (long left = _rows; left > 0;)
            {
                int rows = (int)Math.Min(left, PieceRows);
                var columns = new List<TableColumn>(Schema.Columns.Count);
                foreach (NpzArrayCursor cursor in cursors)
                {
                    cursor.Read(rows, Schema, columns);
                }

                yield return new FeatureTable(Schema, columns);
                left -= rows;
            }
        }
        finally
        {
            cursors.ForEach(c => c.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}

using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Csv;

/// <summary>Reads CSV files with a header line (RFC 4180; line feeds in quotes, a byte order mark and lone carriage returns are fine).</summary>
/// <remarks>
/// Without a schema the file is read twice, first to find the types: Boolean (true, false), Int32, Int64, Float64, TimestampMs (ISO 8601), else
/// Text. Numbers with leading zeros, and whole numbers that do not fit 64 bits, are Text, so that ids keep their digits. An empty cell without quotes is null; in a Text column that must not be null it is the empty text.
/// </remarks>
public sealed class CsvTableReader : ITableReader
{
    private const int PieceRows = 16_384;
    private const int MaxColumns = 100_000;

    // A piece also ends when its texts are about so many characters.
    private const long PieceCharacters = 16L << 20;

    private readonly Func<Stream> _open;
    private readonly string _place;
    private readonly int _maxField;

    /// <summary>Opens a file; reads it through once when no schema is given.</summary>
    /// <param name="open">Opens the file anew from its start; called for each reading.</param>
    /// <param name="place">The file's name for errors, and without its ending the table's name.</param>
    /// <param name="schema">The columns; their names must be those of the header. Null to find the types.</param>
    /// <param name="maxFieldCharacters">The longest cell that is taken.</param>
    /// <exception cref="CiFeaturesException">Not well formed (CIF1405, with line and column), or of other columns than asked for (CIF1414).</exception>
    public CsvTableReader(Func<Stream> open, string place, TableSchema? schema = null, int maxFieldCharacters = 16 << 20)
    {
        _open = open;
        _place = place;
        _maxField = maxFieldCharacters;
        using CsvScanner scanner = Begin(out string[] names);
        if (schema is not null)
        {
            SchemaCheck.CheckNames(schema, names, place);
        }

        Schema = schema ?? FindTypes(scanner, names);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public long? RowCount => null;

    /// <inheritdoc/>
    public IEnumerable<FeatureTable> Read()
    {
        using CsvScanner scanner = Begin(out _);
        var builder = new FeatureTableBuilder(Schema);
        long characters = 0;
        while (NextRow(scanner, Schema.Columns.Count))
        {
            for (int c = 0; c < Schema.Columns.Count; c++)
            {
                string text = Field(scanner, Schema.Columns.Count);
                characters += text.Length;
                if (!CsvValues.TryAppend(builder.Columns[c], text, scanner.IsQuoted))
                {
                    string found = text.Length == 0 ? "An empty cell" : $"'{(text.Length > 60 ? text[..60] + "…" : text)}'";
                    throw FormatErrors.CorruptCsv($"{found} is not a value of column '{Schema.Columns[c].Name}' ({ColumnTypes.Name(Schema.Columns[c].Type)}).", scanner.Place, "Correct the cell, or read the column as text.");
                }
            }

            EndRow(scanner, Schema.Columns.Count);
            if (builder.RowCount == PieceRows || characters >= PieceCharacters)
            {
                yield return builder.Take();
                characters = 0;
            }
        }

        if (builder.RowCount > 0)
        {
            yield return builder.Take();
        }
    }

    /// <summary>Does nothing: no file stays open between readings.</summary>
    public void Dispose()
    {
    }

    private CsvScanner Begin(out string[] names)
    {
        var scanner = new CsvScanner(_open(), _place, _maxField);
        try
        {
            List<string> header = [];
            scanner.NextRecord();
            while (scanner.NextField(out string name))
            {
                header.Add(name);
                if (header.Count > MaxColumns)
                {
                    throw FormatErrors.CorruptCsv($"The header has more than {MaxColumns} columns.", scanner.Place, "Check that this is a CSV file.");
                }
            }

            if (header.Count == 0)
            {
                throw FormatErrors.CorruptCsv("The file is empty; a header line is needed.", _place, "Write the names of the columns in the first line.");
            }

            string? twice = header.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
            names = twice is null ? [.. header] : throw FormatErrors.CorruptCsv($"Two columns are named '{twice}'.", $"{_place}: line 1", "Give each column a name of its own.");
            return scanner;
        }
        catch
        {
            scanner.Dispose();
            throw;
        }
    }

    private TableSchema FindTypes(CsvScanner scanner, string[] names)
    {
        CsvTypes[] types = [.. names.Select(_ => new CsvTypes())];
        while (NextRow(scanner, names.Length))
        {
            foreach (CsvTypes type in types)
            {
                string text = Field(scanner, names.Length);
                type.Add(text, scanner.IsQuoted);
            }

            EndRow(scanner, names.Length);
        }

        return new TableSchema(Path.GetFileNameWithoutExtension(_place), "as in the file", [.. names.Select((name, i) => new ColumnSchema
        {
            Name = name,
            Type = types[i].Type,
            Nullable = types[i].HasNulls,
            NullRule = types[i].HasNulls ? "an empty cell" : "never",
        })]);
    }

    // A line without anything on it is a null in a file of one column and nothing in any other.
    private static bool NextRow(CsvScanner scanner, int columns)
    {
        while (scanner.NextRecord())
        {
            if (columns == 1 || !scanner.SkipBlank())
            {
                return true;
            }
        }

        return false;
    }

    private static string Field(CsvScanner scanner, int columns) => scanner.NextField(out string text)
        ? text
        : throw FormatErrors.CorruptCsv($"The row has {scanner.Column} cells, the header has {columns}.", scanner.Place, "Add the missing cells.");

    private static void EndRow(CsvScanner scanner, int columns)
    {
        if (scanner.NextField(out _))
        {
            throw FormatErrors.CorruptCsv($"The row has more cells than the header's {columns}.", scanner.Place, "Remove the cells, or put quotes around cells that hold commas.");
        }
    }
}

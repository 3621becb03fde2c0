using System.Buffers;
using System.Globalization;
using System.Text;
using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Csv;

/// <summary>Writes a table as CSV: RFC 4180, UTF-8 without a mark, comma, a header line.</summary>
/// <remarks>
/// A null is an empty cell and an empty text is <c>""</c>, so that they differ. Numbers are the shortest text that reads back as the same number, with a point;
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are spelled so. Booleans are <c>true</c> and <c>false</c>. Timestamps are ISO 8601 in UTC with
/// milliseconds, such as <c>2021-07-28T13:10:18.000Z</c>; those outside the years 1 to 9999 are an error.
/// </remarks>
public sealed class CsvTableWriter : ITableWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private readonly StreamWriter _writer;
    private readonly CsvOptions _options;

    /// <summary>Begins a file and writes its header.</summary>
    /// <param name="stream">Where the file goes; need not seek.</param>
    /// <param name="schema">The columns; at least one.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public CsvTableWriter(Stream stream, TableSchema schema, CsvOptions? options = null, bool leaveOpen = false)
    {
        if (schema.Columns.Count == 0)
        {
            throw new ArgumentException($"Table {schema.Name} has no columns.", nameof(schema));
        }

        _options = options ?? new CsvOptions();
        Schema = schema;
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65_536, leaveOpen)
        {
            NewLine = _options.CarriageReturns ? "\r\n" : "\n",
        };
        for (int i = 0; i < schema.Columns.Count; i++)
        {
            Separate(i);
            WriteText(schema.Columns[i].Name);
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <summary>The number of rows so far.</summary>
    public long RowCount { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have other columns than the schema, or a timestamp has no date.</exception>
    public void Write(FeatureTable rows)
    {
        TableRows.Check(Schema, rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int c = 0; c < rows.Columns.Count; c++)
            {
                Separate(c);
                WriteCell(rows.Columns[c], row);
            }

            _writer.WriteLine();
        }

        RowCount += rows.RowCount;
    }

    /// <inheritdoc/>
    public void Complete() => _writer.Flush();

    /// <summary>Closes the stream. Nothing marks a CSV file as whole, so one that was not completed must be removed by whoever owns it.</summary>
    public void Dispose() => _writer.Dispose();

    private void Separate(int column)
    {
        if (column > 0)
        {
            _writer.Write(',');
        }
    }

    private void WriteCell(TableColumn column, int row)
    {
        if (column.IsNull(row))
        {
            return;
        }

        switch (column)
        {
            case TableColumn<string> texts:
                WriteText(texts.Values[row]);
                break;
            case TableColumn<bool> flags:
                _writer.Write(flags.Values[row] ? "true" : "false");
                break;
            case TableColumn<long> times when column.Schema.Type == ColumnType.TimestampMs:
                WriteNumber(CsvTime.ToDate(times.Values[row], column.Schema.Name), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
                break;
            case TableColumn<long> numbers:
                WriteNumber(numbers.Values[row], "D");
                break;
            case TableColumn<int> numbers:
                WriteNumber(numbers.Values[row], "D");
                break;
            case TableColumn<sbyte> numbers:
                WriteNumber(numbers.Values[row], "D");
                break;
            case TableColumn<float> numbers:
                WriteNumber(numbers.Values[row], "R");
                break;
            case TableColumn<double> numbers:
                WriteNumber(numbers.Values[row], "R");
                break;
        }
    }

    private void WriteNumber<T>(T value, string format)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        _writer.Write(text[..length]);
    }

    private void WriteText(string text)
    {
        bool neutralize = _options.NeutralizeFormulas && text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
        if (text.Length > 0 && !text.AsSpan().ContainsAny(NeedQuotes))
        {
            if (neutralize)
            {
                _writer.Write('\'');
            }

            _writer.Write(text);
            return;
        }

        _writer.Write('"');
        if (neutralize)
        {
            _writer.Write('\'');
        }

        _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }
}

using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Description;

/// <summary>Describes the columns of a table that comes in pieces.</summary>
public sealed class TableDescriber
{
    private readonly TableSchema _schema;
    private readonly NumberColumn[] _numbers;
    private readonly CategoryColumn[] _categories;
    private readonly bool[] _wanted;
    private long _rows;

    /// <summary>Makes a describer.</summary>
    /// <param name="schema">The table's schema.</param>
    /// <param name="wanted">Which columns are described; null = all. The others cost nothing.</param>
    public TableDescriber(TableSchema schema, Func<ColumnSchema, bool>? wanted = null)
    {
        _wanted = [.. schema.Columns.Select(c => wanted?.Invoke(c) ?? true)];
        _schema = schema;
        _numbers = [.. schema.Columns.Select(_ => new NumberColumn())];
        _categories = [.. schema.Columns.Select(_ => new CategoryColumn())];
    }

    /// <summary>Adds rows.</summary>
    /// <param name="rows">The rows.</param>
    public void Add(FeatureTable rows)
    {
        _rows += rows.RowCount;
        for (int i = 0; i < _numbers.Length; i++)
        {
            if (!_wanted[i])
            {
                continue;
            }

            switch (rows.Columns[i])
            {
                case TableColumn<sbyte> column: _numbers[i].Add(column); break;
                case TableColumn<int> column: _numbers[i].Add(column); break;
                case TableColumn<long> column: _numbers[i].Add(column); break;
                case TableColumn<float> column: _numbers[i].Add(column); break;
                case TableColumn<double> column: _numbers[i].Add(column); break;
                case TableColumn<bool> column: _categories[i].Add(column, value => value ? "true" : "false"); break;
                case TableColumn<string> column: _categories[i].Add(column, value => value); break;
                default: throw new ArgumentException($"Column {i} is of a type that is not described.", nameof(rows));
            }
        }
    }

    /// <summary>Gives the descriptions of the wanted columns in the schema's order.</summary>
    public IReadOnlyList<ColumnDescription> Describe() =>
    [
        .. Enumerable.Range(0, _wanted.Length).Where(i => _wanted[i]).Select(i => _schema.Columns[i].Type is ColumnType.Text or ColumnType.Boolean
            ? _categories[i].Describe(_schema.Columns[i], _rows)
            : _numbers[i].Describe(_schema.Columns[i], _rows)),
    ];

    private sealed class CategoryColumn
    {
        private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

        public void Add<T>(TableColumn<T> column, Func<T, string> text)
            where T : notnull
        {
            for (int row = 0; row < column.Count; row++)
            {
                if (!column.IsNull(row))
                {
                    string value = text(column.Values[row]);
                    _counts[value] = _counts.GetValueOrDefault(value) + 1;
                }
            }
        }

        public ColumnDescription Describe(ColumnSchema column, long rows)
        {
            KeyValuePair<string, long>? top = _counts.Count == 0
                ? null
                : _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First();
            return new ColumnDescription
            {
                Column = column,
                Rows = rows,
                Count = _counts.Values.Sum(),
                Unique = _counts.Count,
                Top = top?.Key,
                Frequency = top?.Value,
            };
        }
    }
}

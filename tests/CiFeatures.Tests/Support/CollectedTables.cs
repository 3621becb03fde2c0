using CiFeatures.Core.Tables;

namespace CiFeatures.Tests.Support;

/// <summary>Table writers that keep what they are given.</summary>
internal sealed class CollectedTables
{
    private readonly Dictionary<string, Collector> _tables = new(StringComparer.Ordinal);

    public CollectedTables(IEnumerable<TableSchema> schemas)
    {
        foreach (TableSchema schema in schemas)
        {
            _tables[schema.Name] = new Collector(schema);
        }
    }

    public IReadOnlyDictionary<string, ITableWriter> Writers => _tables.ToDictionary(t => t.Key, ITableWriter (t) => t.Value, StringComparer.Ordinal);

    public bool Has(string table) => _tables.ContainsKey(table);

    public int Rows(string table) => _tables[table].Pieces.Sum(p => p.RowCount);

    /// <summary>All values of a column, boxed, null where there is none.</summary>
    public IReadOnlyList<object?> Column(string table, string column) =>
        [.. _tables[table].Pieces.SelectMany(p => Enumerable.Range(0, p.RowCount).Select(p.Column(column).ValueAt))];

    public double Sum(string table, string column) => Column(table, column).Where(v => v is not null).Sum(v => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The rows of a table as dictionaries.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Records(string table) =>
    [
        .. _tables[table].Pieces.SelectMany(p => Enumerable.Range(0, p.RowCount).Select(row =>
            (IReadOnlyDictionary<string, object?>)p.Columns.ToDictionary(c => c.Schema.Name, c => c.ValueAt(row), StringComparer.Ordinal))),
    ];

    private sealed class Collector(TableSchema schema) : ITableWriter
    {
        public List<FeatureTable> Pieces { get; } = [];

        public TableSchema Schema { get; } = schema;

        public void Write(FeatureTable rows) => Pieces.Add(rows);

        public void Complete()
        {
        }

        public void Dispose()
        {
        }
    }
}

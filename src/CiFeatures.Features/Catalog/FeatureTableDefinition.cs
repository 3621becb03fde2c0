using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>A feature table: its name, what a row stands for, and its features in fixed order.</summary>
/// <typeparam name="TRow">The context that a row is computed from.</typeparam>
internal sealed class FeatureTableDefinition<TRow>
{
    private readonly FeatureColumn<TRow>[] _columns;

    public FeatureTableDefinition(string name, string rowMeaning, FeatureColumns<TRow> columns)
    {
        _columns = [.. columns.All];
        Schema = new TableSchema(name, rowMeaning, [.. _columns.Select(c => c.Schema)]);
    }

    /// <summary>Gets the table's schema.</summary>
    public TableSchema Schema { get; }

    /// <summary>Computes rows, feature by feature.</summary>
    public FeatureTable Compute(ReadOnlySpan<TRow> rows)
    {
        var table = new FeatureTableBuilder(Schema);
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i].Append(rows, table.Columns[i]);
        }

        return table.Take();
    }
}

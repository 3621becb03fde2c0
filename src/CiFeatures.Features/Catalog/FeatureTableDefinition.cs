using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>A feature table: its name, what a row stands for, and its features in fixed order.</summary>
/// <typeparam name="TRow">The context that a row is computed from.</typeparam>
public sealed class FeatureTableDefinition<TRow>
{
    internal FeatureTableDefinition(string name, string rowMeaning, IReadOnlyList<FeatureColumn<TRow>> columns)
    {
        Columns = columns;
        Schema = new TableSchema(name, rowMeaning, [.. columns.Select(c => c.Schema)]);
    }

    /// <summary>The table's schema.</summary>
    public TableSchema Schema { get; }

    /// <summary>The features.</summary>
    public IReadOnlyList<FeatureColumn<TRow>> Columns { get; }

    /// <summary>Computes a row and adds it to a table.</summary>
    /// <param name="row">The row's context.</param>
    /// <param name="table">A builder with this definition's schema.</param>
    public void AppendRow(TRow row, FeatureTableBuilder table)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            Columns[i].Append(row, table.Columns[i]);
        }
    }
}

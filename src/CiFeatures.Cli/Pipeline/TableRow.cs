using System.Globalization;
using CiFeatures.Core.Tables;

namespace CiFeatures.Cli.Pipeline;

/// <summary>One row of a table, asked by column name. A null count is 0 only where the caller shows it as such.</summary>
internal readonly record struct TableRow(FeatureTable Table, int Row)
{
    public string Text(string column) => TextOrNull(column) ?? "";

    public string? TextOrNull(string column) => (string?)Table.Column(column).ValueAt(Row);

    public int Int(string column) => (int)(Long(column) ?? 0);

    public long? Long(string column) => Table.Column(column).ValueAt(Row) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    public double Number(string column) => NumberOrNull(column) ?? 0;

    public double? NumberOrNull(string column) => Table.Column(column).ValueAt(Row) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
}

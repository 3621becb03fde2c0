using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.DataSets;

/// <summary>The table behind <c>dictionary.csv</c>: one row for each column of each table.</summary>
public static class DataDictionary
{
    /// <summary>The file's name in a data set.</summary>
    public const string FileName = "dictionary.csv";

    /// <summary>Columns <c>table, name, type, unit, meaning, null_rule, source, formula, version</c>.</summary>
    public static TableSchema Schema { get; } = new("dictionary", "table, column",
    [
        Text("table", "The table."),
        Text("name", "The column."),
        Text("type", "bool, int8, int32, int64, float32, float64, text or timestamp_ms (milliseconds since 1970 UTC)."),
        Text("unit", "The unit; - for names and flags."),
        Text("meaning", "What the value means."),
        Text("null_rule", "When the value is null."),
        Text("source", "Where the definition comes from."),
        Text("formula", "The formula; empty for names and copies."),
        new ColumnSchema { Name = "version", Type = ColumnType.Int32, Meaning = "The version of the definition." },
    ]);

    /// <summary>Builds the dictionary of some tables.</summary>
    /// <param name="tables">The tables, in the order they shall have.</param>
    public static FeatureTable Build(IReadOnlyList<TableSchema> tables)
    {
        var builder = new FeatureTableBuilder(Schema);
        foreach (TableSchema table in tables)
        {
            foreach (ColumnSchema c in table.Columns)
            {
                builder.AppendRow(table.Name, c.Name, ColumnTypes.Name(c.Type), c.Unit, c.Meaning, c.NullRule, c.Source, c.Formula, c.Version);
            }
        }

        return builder.Take();
    }

    private static ColumnSchema Text(string name, string meaning) => new() { Name = name, Type = ColumnType.Text, Meaning = meaning };
}

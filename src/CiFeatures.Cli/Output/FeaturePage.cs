using System.Globalization;
using System.Text;
using CiFeatures.Core.Tables;

namespace CiFeatures.Cli.Output;

/// <summary>Writes the documentation page of all features from the catalog, so that it cannot say anything else than the code.</summary>
internal static class FeaturePage
{
    public static string Markdown(IReadOnlyList<TableSchema> tables)
    {
        var page = new StringBuilder("# Feature dictionary\n\nThis page is made by `cifeatures dictionary --markdown`; a test fails when it lags behind the code.\n");
        page.Append("Ratios and percentages name their denominator in the formula; it is a column of the same table.\n");
        foreach (TableSchema table in tables)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\nOne row per {table.RowMeaning}. {table.Columns.Count} columns.\n\n");
            page.Append("| column | type | unit | meaning | null | formula | source | v |\n|---|---|---|---|---|---|---|---|\n");
            foreach (ColumnSchema c in table.Columns)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{c.Name}` | {c.Type} | {Cell(c.Unit)} | {Cell(c.Meaning)} | {Cell(c.NullRule)} | {Cell(c.Formula)} | {Cell(c.Source)} | {c.Version} |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

using CiFeatures.Core.Tables;

namespace CiFeatures.Formats;

/// <summary>Whether the columns of a file are the columns that were asked for.</summary>
internal static class SchemaCheck
{
    /// <summary>Gives the schema that was asked for when its names and types are those of the file.</summary>
    public static TableSchema Fit(TableSchema asked, TableSchema found, string place)
    {
        CheckNames(asked, [.. found.Columns.Select(c => c.Name)], place);
        for (int i = 0; i < asked.Columns.Count; i++)
        {
            if (asked.Columns[i].Type != found.Columns[i].Type || (found.Columns[i].Nullable && !asked.Columns[i].Nullable))
            {
                throw FormatErrors.SchemaDiffers(
                    $"The file has {Describe(found.Columns[i])}, {Describe(asked.Columns[i])} is expected.",
                    $"{place}, column '{asked.Columns[i].Name}'");
            }
        }

        return asked;
    }

    public static void CheckNames(TableSchema asked, IReadOnlyList<string> found, string place)
    {
        for (int i = 0; i < Math.Max(asked.Columns.Count, found.Count); i++)
        {
            string expected = i < asked.Columns.Count ? $"'{asked.Columns[i].Name}'" : "nothing";
            string there = i < found.Count ? $"'{found[i]}'" : "nothing";
            if (expected != there)
            {
                throw FormatErrors.SchemaDiffers($"Column {i + 1} is {there}, {expected} is expected.", place);
            }
        }
    }

    private static string Describe(ColumnSchema column) => (column.Nullable ? "nullable " : "") + ColumnTypes.Name(column.Type);
}

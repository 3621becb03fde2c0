using CiFeatures.Cli.Hosting;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Cli.Verbs;

/// <summary>Opens a table for reading: of a data set by name, or a file by itself.</summary>
internal static class TableInput
{
    public static ITableReader Open(string path, string? table)
    {
        if (!Directory.Exists(path))
        {
            return table is null ? TableFile.Open(path) : throw CliErrors.Option("--table", "A file holds one table", "Leave --table away, or give the data set's folder.");
        }

        DataSetReader dataSet = DataSetReader.Open(path);
        string[] names = [.. dataSet.Manifest.Tables.Select(t => t.Schema.Name)];
        if (table is null && names.Length == 1)
        {
            return dataSet.OpenTable(names[0]);
        }

        return names.Contains(table) ? dataSet.OpenTable(table!) : throw CliErrors.NoTable(path, table ?? "", names);
    }
}

using CiFeatures.Core.Tables;
using CiFeatures.Formats.Csv;

namespace CiFeatures.Tests.Formats.Csv;

internal static class CsvFiles
{
    public static byte[] Write(FeatureTable table, CsvOptions? options = null)
    {
        using var stream = new MemoryStream();
        using var writer = new CsvTableWriter(stream, table.Schema, options);
        writer.Write(table);
        writer.Complete();
        return stream.ToArray();
    }

    public static CsvTableReader Open(byte[] file, TableSchema? schema = null) => new(() => new MemoryStream(file), "test.csv", schema);
}

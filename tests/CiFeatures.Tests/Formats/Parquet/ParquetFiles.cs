using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Tests.Formats.Parquet;

internal static class ParquetFiles
{
    public static byte[] Write(IEnumerable<FeatureTable> pieces, ParquetWriterOptions? options = null, TableSchema? schema = null)
    {
        List<FeatureTable> list = [.. pieces];
        using var stream = new MemoryStream();
        using var writer = new ParquetTableWriter(stream, schema ?? list[0].Schema, options);
        list.ForEach(writer.Write);
        writer.Complete();
        return stream.ToArray();
    }

    public static ParquetTableReader Open(byte[] file) => new(new MemoryStream(file), "test.parquet");
}

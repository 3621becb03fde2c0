using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Formats.Parquet;

[Collection(MeasuresTheProcess.Name)]
public class ParquetMemoryTests
{
    [Fact]
    public void Write_ManyRows_MemoryStaysBounded()
    {
        FeatureTable piece = SampleTables.Everything(5_000);
        var options = new ParquetWriterOptions { RowGroupRows = 10_000 };
        using var writer = new ParquetTableWriter(Stream.Null, piece.Schema, options);
        long after = 0;
        for (int i = 0; i < 80; i++)
        {
            writer.Write(piece);
            after = i == 11 ? GC.GetTotalMemory(forceFullCollection: true) : after;
        }

        (GC.GetTotalMemory(forceFullCollection: true) - after).ShouldBeLessThan(20_000_000);
        writer.RowCount.ShouldBe(400_000);
        writer.Complete();
    }
}

using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Memory is bounded by the limit of a body, not by what a server sends.</summary>
[Collection(MeasuresTheProcess.Name)]
public class HostileMemoryTests
{
    private const int Megabyte = 1 << 20;
    private const int LimitMegabytes = 16;

    [Theory]
    [InlineData("ten gigabytes of zeros in gzip")]
    [InlineData("endless")]
    [InlineData("brotli")]
    public async Task RunAsync_MoreThanTheLimit_TakesMemoryOfTheLimitOnly(string what)
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, what switch
        {
            "endless" => new ServerAnswer { Body = new byte[100_000], Endless = true },
            "brotli" => new ServerAnswer { Body = new byte[200 * Megabyte] }.Compressed("br"),
            _ => ServerAnswer.ZerosInGzip(10 * 1024),
        });
        CollectOptions options = scene.Options(CollectScene.Blocking);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        CollectResult result = await scene.RunAsync(options with { Http = options.Http with { MaxBodyBytes = LimitMegabytes * Megabyte } });

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        result.Manifest.Skipped.Single(s => s.Item == scene.Site.Url + scene.ATable).Code.ShouldBe("CIF1233");

        // A buffer that doubles up to the limit, before and after decompression, and what the good answers take.
        allocated.ShouldBeLessThan(8L * LimitMegabytes * Megabyte);
    }

    [Fact]
    public void ZerosInGzip_IsWhatItSays()
    {
        ServerAnswer answer = ServerAnswer.ZerosInGzip(3);
        using var packed = new MemoryStream([.. answer.Body, .. answer.More.Piece, .. answer.More.Piece]);
        using var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        byte[] zeros = new byte[3 * Megabyte];

        gzip.ReadExactly(zeros);

        zeros.ShouldAllBe(z => z == 0);
        answer.More.Times.ShouldBe(2);
    }
}

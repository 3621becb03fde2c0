using System.Diagnostics;
using System.Globalization;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Drawing.Raster;

namespace CiFeatures.Tests.Reporting.Drawing.Raster;

public class PngWriterTests
{
    // Reads with Python's own zlib: check sums, the length of the lines and the sum of all samples before filtering of type 0.
    private const string PythonReader = """
        import struct, sys, zlib
        b = open(sys.argv[1], 'rb').read(); at = 8; data = b''
        while at < len(b):
            n, = struct.unpack('>I', b[at:at+4]); kind = b[at+4:at+8]; body = b[at+8:at+8+n]
            assert struct.unpack('>I', b[at+8+n:at+12+n])[0] == zlib.crc32(kind + body), kind
            if kind == b'IHDR': w, h, depth, color = struct.unpack('>IIBB', body[:10])
            if kind == b'IDAT': data += body
            at += n + 12
        raw = zlib.decompress(data)
        assert len(raw) == h * (1 + w * (3 if color == 2 else 1))
        print(w, h, depth, color, sum(raw))
        """;

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(37, 5, 200)]
    [InlineData(40, 40, 256)]
    [InlineData(40, 40, 100_000)]
    public void Encode_AnyPixels_AreReadBackByAnotherReader(int width, int height, int colors)
    {
        PixelBuffer pixels = Chance(width, height, colors);

        var png = PngReader.Read(PngWriter.Encode(pixels));

        (png.Width, png.Height).ShouldBe((width, height));
        png.ColorType.ShouldBe(colors <= 256 ? 3 : 2);
        png.Chunks.ShouldBe(colors <= 256 ? ["IHDR", "PLTE", "IDAT", "IEND"] : ["IHDR", "IDAT", "IEND"]);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Rgb pixel = pixels[x, y];
                png.Pixel(x, y).ShouldBe((pixel.R, pixel.G, pixel.B));
            }
        }
    }

    [SkippableFact]
    public async Task Encode_PaletteAndRgb_AreReadByPython()
    {
        foreach (int colors in new[] { 90, 100_000 })
        {
            byte[] png = PngWriter.Encode(Chance(50, 20, colors));
            string path = Path.Combine(Path.GetTempPath(), $"cifeatures-{Environment.ProcessId}-{colors}.png");
            try
            {
                await File.WriteAllBytesAsync(path, png);
                string answer = await RunPython(PythonReader, path);
                answer.ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"50 20 8 {(colors <= 256 ? 3 : 2)} "));
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    [Fact]
    public void Append_TheUsualCheckText_GivesThePublishedCheckSum()
    {
        Crc32.Finish(Crc32.Append(Crc32.Append(Crc32.Start, "1234"u8), "56789"u8)).ShouldBe(0xCBF43926);
    }

    private static PixelBuffer Chance(int width, int height, int colors)
    {
        var random = new Random(7);
        var palette = Enumerable.Range(0, Math.Min(colors, 2000)).Select(_ => Rgb.FromHex(random.Next(0x1000000))).ToArray();
        var pixels = new PixelBuffer(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                pixels[x, y] = palette[random.Next(palette.Length)];
            }
        }

        return pixels;
    }

    private static async Task<string> RunPython(string script, string path)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo("python3", ["-c", script, path]) { RedirectStandardOutput = true, UseShellExecute = false });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Told below.
        }

        Skip.If(process is null, "python3 is not here.");
        using (process)
        {
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
            return output;
        }
    }
}

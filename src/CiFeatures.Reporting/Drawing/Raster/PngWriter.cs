using System.Buffers.Binary;
using System.IO.Compression;

namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>Writes PNG (ISO/IEC 15948): palette or RGB, eight bits, not interlaced.</summary>
internal static class PngWriter
{
    private const int MostPaletteColors = 256;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Encode(PixelBuffer pixels)
    {
        Dictionary<int, byte>? palette = Palette(pixels);
        using var png = new MemoryStream();
        png.Write(Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Height);
        header[8] = 8;
        header[9] = (byte)(palette is null ? 2 : 3);
        WriteChunk(png, "IHDR"u8, header);

        if (palette is not null)
        {
            WriteChunk(png, "PLTE"u8, PaletteBytes(palette));
        }

        WriteChunk(png, "IDAT"u8, Deflate(pixels, palette));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>The colours in the order in which they occur, or null when there are too many for a palette.</summary>
    private static Dictionary<int, byte>? Palette(PixelBuffer pixels)
    {
        var palette = new Dictionary<int, byte>();
        int last = -1;
        for (int y = 0; y < pixels.Height; y++)
        {
            ReadOnlySpan<byte> row = pixels.Row(y);
            for (int i = 0; i < row.Length; i += 3)
            {
                int color = Color(row, i);
                if (color != last && !palette.ContainsKey(color))
                {
                    if (palette.Count == MostPaletteColors)
                    {
                        return null;
                    }

                    palette.Add(color, (byte)palette.Count);
                }

                last = color;
            }
        }

        return palette;
    }

    private static byte[] PaletteBytes(Dictionary<int, byte> palette)
    {
        byte[] bytes = new byte[palette.Count * 3];
        foreach ((int color, byte index) in palette)
        {
            bytes[index * 3] = (byte)(color >> 16);
            bytes[(index * 3) + 1] = (byte)((color >> 8) & 255);
            bytes[(index * 3) + 2] = (byte)(color & 255);
        }

        return bytes;
    }

    private static ReadOnlySpan<byte> Deflate(PixelBuffer pixels, Dictionary<int, byte>? palette)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Each line begins with its filter: 0 = none for palette indices, 1 = difference to the pixel on the left for RGB.
            byte[] line = new byte[1 + (pixels.Width * (palette is null ? 3 : 1))];
            line[0] = (byte)(palette is null ? 1 : 0);
            for (int y = 0; y < pixels.Height; y++)
            {
                ReadOnlySpan<byte> row = pixels.Row(y);
                if (palette is null)
                {
                    for (int i = 0; i < row.Length; i++)
                    {
                        line[1 + i] = (byte)((row[i] - (i < 3 ? 0 : row[i - 3])) & 255);
                    }
                }
                else
                {
                    int last = -1;
                    byte index = 0;
                    for (int x = 0; x < pixels.Width; x++)
                    {
                        int color = Color(row, x * 3);
                        index = color == last ? index : palette[color];
                        line[1 + x] = index;
                        last = color;
                    }
                }

                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static int Color(ReadOnlySpan<byte> row, int at) => (row[at] << 16) | (row[at + 1] << 8) | row[at + 2];

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Finish(Crc32.Append(Crc32.Append(Crc32.Start, type), data)));
        png.Write(number);
    }
}

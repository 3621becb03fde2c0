using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CiFeatures.Tests.Reporting;

/// <summary>Reads the PNG files that matter here from the specification alone: 8 bits, palette or RGB, all five filters.</summary>
internal sealed class PngReader
{
    private byte[] _palette = [];
    private byte[] _samples = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int ColorType { get; private set; }

    public List<string> Chunks { get; } = [];

    public static PngReader Read(byte[] png)
    {
        var reader = new PngReader();
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        using var packed = new MemoryStream();
        int at = 8;
        while (at < png.Length)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = Encoding.ASCII.GetString(png, at + 4, 4);
            byte[] data = png.AsSpan(at + 8, length).ToArray();
            BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)).ShouldBe(Crc(png.AsSpan(at + 4, length + 4)), type);
            reader.Chunks.Add(type);
            switch (type)
            {
                case "IHDR":
                    reader.Width = BinaryPrimitives.ReadInt32BigEndian(data);
                    reader.Height = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(4));
                    data[8].ShouldBe((byte)8);
                    reader.ColorType = data[9];
                    data.AsSpan(10).ToArray().ShouldBe([0, 0, 0]);
                    break;
                case "PLTE":
                    reader._palette = data;
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        reader.Unfilter(packed);
        return reader;
    }

    public (byte R, byte G, byte B) Pixel(int x, int y)
    {
        int at = (y * Width) + x;
        return ColorType == 3
            ? (_palette[_samples[at] * 3], _palette[(_samples[at] * 3) + 1], _palette[(_samples[at] * 3) + 2])
            : (_samples[at * 3], _samples[(at * 3) + 1], _samples[(at * 3) + 2]);
    }

    private void Unfilter(MemoryStream packed)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        int step = ColorType == 3 ? 1 : 3;
        int line = Width * step;
        _samples = new byte[line * Height];
        byte[] raw = new byte[line + 1];
        for (int y = 0; y < Height; y++)
        {
            zlib.ReadExactly(raw);
            for (int i = 0; i < line; i++)
            {
                int left = i >= step ? _samples[(y * line) + i - step] : 0;
                int up = y > 0 ? _samples[((y - 1) * line) + i] : 0;
                int corner = y > 0 && i >= step ? _samples[((y - 1) * line) + i - step] : 0;
                int guess = raw[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw new InvalidDataException($"Filter {raw[0]} in line {y}."),
                };
                _samples[(y * line) + i] = unchecked((byte)(raw[1 + i] + guess));
            }
        }

        zlib.ReadByte().ShouldBe(-1);
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int a, int b, int c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    // Bit by bit, on purpose not the way the writer does it.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool one = ((crc ^ ((uint)b >> bit)) & 1) == 1;
                crc = (crc >> 1) ^ (one ? 0xEDB88320 : 0);
            }
        }

        return ~crc;
    }
}

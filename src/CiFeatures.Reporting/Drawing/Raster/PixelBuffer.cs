namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>The pixels of a picture, three bytes each, white at first.</summary>
internal sealed class PixelBuffer
{
    /// <summary>How finely the part of a pixel that a shape covers is told apart. Few steps keep most pictures within 256 colours.</summary>
    public const int CoverageSteps = 8;

    private readonly byte[] _rgb;

    public PixelBuffer(int width, int height)
    {
        Width = width;
        Height = height;
        _rgb = new byte[checked(width * height * 3)];
        _rgb.AsSpan().Fill(255);
    }

    public int Width { get; }

    public int Height { get; }

    public ReadOnlySpan<byte> Row(int y) => _rgb.AsSpan(y * Width * 3, Width * 3);

    public Rgb this[int x, int y]
    {
        get
        {
            int at = ((y * Width) + x) * 3;
            return new Rgb(_rgb[at], _rgb[at + 1], _rgb[at + 2]);
        }

        set
        {
            int at = ((y * Width) + x) * 3;
            _rgb[at] = value.R;
            _rgb[at + 1] = value.G;
            _rgb[at + 2] = value.B;
        }
    }

    /// <summary>Sets the pixels of a line from one position up to another.</summary>
    public void Fill(int y, int from, int to, Rgb color)
    {
        Span<byte> line = _rgb.AsSpan(((y * Width) + from) * 3, Math.Max(0, to - from) * 3);
        for (int i = 0; i < line.Length; i += 3)
        {
            line[i] = color.R;
            line[i + 1] = color.G;
            line[i + 2] = color.B;
        }
    }

    /// <summary>Lays a colour over a pixel that a shape covers in part (0 to 1).</summary>
    public void Blend(int x, int y, Rgb color, double coverage)
    {
        int steps = (int)((Math.Clamp(coverage, 0, 1) * CoverageSteps) + 0.5);
        if (steps > 0)
        {
            this[x, y] = steps == CoverageSteps ? color : color.Over(this[x, y], steps, CoverageSteps);
        }
    }
}

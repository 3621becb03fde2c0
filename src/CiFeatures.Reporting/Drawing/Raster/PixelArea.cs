namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>A range of whole pixels; the right and lower ends are not part of it.</summary>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>The pixels that an area of fractions touches, within this one.</summary>
    public PixelArea Touched(double left, double top, double right, double bottom) =>
        new(
            (int)Math.Clamp(Math.Floor(left), Left, Right),
            (int)Math.Clamp(Math.Floor(top), Top, Bottom),
            (int)Math.Clamp(Math.Ceiling(right), Left, Right),
            (int)Math.Clamp(Math.Ceiling(bottom), Top, Bottom));

    public long Count => (long)Math.Max(0, Right - Left) * Math.Max(0, Bottom - Top);
}

using System.Runtime.InteropServices;

namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>Draws lines with round ends and soft edges: a pixel is covered by how far its centre lies inside the line.</summary>
internal static class Stroker
{
    // Up to this much work all strokes are drawn as one shape, so that joints are not laid over themselves.
    private const long MostWorkTogether = 100_000;

    public static void Stroke(PixelBuffer pixels, PixelArea clip, ReadOnlySpan<Segment> segments, double width, Rgb color)
    {
        PixelArea area = Around(clip, segments, width);
        if (area.Count * segments.Length <= MostWorkTogether)
        {
            StrokeTogether(pixels, area, segments, width, color);
            return;
        }

        foreach (ref readonly Segment segment in segments)
        {
            ReadOnlySpan<Segment> one = MemoryMarshal.CreateReadOnlySpan(in segment, 1);
            StrokeTogether(pixels, Around(clip, one, width), one, width, color);
        }
    }

    private static void StrokeTogether(PixelBuffer pixels, PixelArea area, ReadOnlySpan<Segment> segments, double width, Rgb color)
    {
        double reach = (width / 2) + 0.5;
        for (int y = area.Top; y < area.Bottom; y++)
        {
            for (int x = area.Left; x < area.Right; x++)
            {
                double nearest = double.MaxValue;
                foreach (ref readonly Segment segment in segments)
                {
                    nearest = Math.Min(nearest, SquaredDistance(in segment, x + 0.5, y + 0.5));
                }

                if (nearest < reach * reach)
                {
                    pixels.Blend(x, y, color, Math.Min(reach - Math.Sqrt(nearest), width));
                }
            }
        }
    }

    private static PixelArea Around(PixelArea clip, ReadOnlySpan<Segment> segments, double width)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (ref readonly Segment s in segments)
        {
            left = Math.Min(left, Math.Min(s.X1, s.X2));
            right = Math.Max(right, Math.Max(s.X1, s.X2));
            top = Math.Min(top, Math.Min(s.Y1, s.Y2));
            bottom = Math.Max(bottom, Math.Max(s.Y1, s.Y2));
        }

        double margin = (width / 2) + 1;
        return segments.IsEmpty ? default : clip.Touched(left - margin, top - margin, right + margin, bottom + margin);
    }

    private static double SquaredDistance(in Segment s, double x, double y)
    {
        double dx = s.X2 - s.X1;
        double dy = s.Y2 - s.Y1;
        double length = (dx * dx) + (dy * dy);
        double along = length == 0 ? 0 : Math.Clamp((((x - s.X1) * dx) + ((y - s.Y1) * dy)) / length, 0, 1);
        double ox = x - (s.X1 + (along * dx));
        double oy = y - (s.Y1 + (along * dy));
        return (ox * ox) + (oy * oy);
    }
}

namespace CiFeatures.Reporting.Drawing.Raster;

/// <summary>Draws into pixels.</summary>
internal sealed class RasterCanvas : ICanvas
{
    /// <summary>The most pixels a picture may have; about 200 MB of memory.</summary>
    public const long MostPixels = 64_000_000;

    private readonly double _scale;
    private readonly Stack<PixelArea> _clips = [];
    private PixelArea _clip;

    public RasterCanvas(double width, double height, int scale)
    {
        double pixelWidth = Math.Ceiling(width * scale);
        double pixelHeight = Math.Ceiling(height * scale);
        if (!(pixelWidth * pixelHeight <= MostPixels))
        {
            ReportingErrors.ThrowPictureTooLarge(pixelWidth, pixelHeight, scale, MostPixels);
        }

        _scale = scale;
        Pixels = new PixelBuffer((int)pixelWidth, (int)pixelHeight);
        _clip = new PixelArea(0, 0, Pixels.Width, Pixels.Height);
    }

    public PixelBuffer Pixels { get; }

    public void FillBoxes(ReadOnlySpan<Box> boxes, Rgb color)
    {
        foreach (Box box in boxes)
        {
            Fill(box.X * _scale, box.Y * _scale, box.Right * _scale, box.Bottom * _scale, color);
        }
    }

    public void Lines(ReadOnlySpan<Segment> segments, double width, Rgb color)
    {
        foreach (Segment s in segments)
        {
            // Upright and level lines are boxes: sharp where they lie on pixels.
            double half = width / 2;
            bool upright = s.X1 == s.X2 && s.Y1 != s.Y2;
            if (upright || (s.Y1 == s.Y2 && s.X1 != s.X2))
            {
                this.FillBox(
                    upright
                        ? new Box(s.X1 - half, Math.Min(s.Y1, s.Y2), width, Math.Abs(s.Y2 - s.Y1))
                        : new Box(Math.Min(s.X1, s.X2), s.Y1 - half, Math.Abs(s.X2 - s.X1), width),
                    color);
            }
            else
            {
                Stroker.Stroke(Pixels, _clip, [Scaled(s)], width * _scale, color);
            }
        }
    }

    public void Polyline(ReadOnlySpan<Spot> points, double width, Rgb color)
    {
        var segments = new Segment[Math.Max(0, points.Length - 1)];
        for (int i = 0; i < segments.Length; i++)
        {
            segments[i] = Scaled(new Segment(points[i].X, points[i].Y, points[i + 1].X, points[i + 1].Y));
        }

        Stroker.Stroke(Pixels, _clip, segments, width * _scale, color);
    }

    public void Circle(Spot center, double radius, Rgb color) =>
        Stroker.Stroke(Pixels, _clip, [Scaled(new Segment(center.X, center.Y, center.X, center.Y))], 2 * radius * _scale, color);

    public void Text(Spot position, string text, TextStyle style)
    {
        string clean = SafeText.Clean(text);
        double start = style.Anchor switch
        {
            TextAnchor.Middle => -SafeText.Width(clean, style.Size) / 2,
            TextAnchor.End => -SafeText.Width(clean, style.Size),
            _ => 0,
        };
        double unit = style.Size / 10 * _scale;
        (double sin, double cos) = Math.SinCos(style.RotationDegrees * Math.PI / 180);
        var strokes = new List<Segment>();
        for (int i = 0; i < clean.Length; i++)
        {
            strokes.Clear();
            foreach (Segment s in StrokeFont.Strokes(clean[i]))
            {
                // Half a unit moves points to the middles of the pixels they stand for.
                double offset = (start * _scale) + (((i * StrokeFont.Advance) + 0.5) * unit);
                (double x1, double y1) = (offset + (s.X1 * unit), -(s.Y1 + 0.5) * unit);
                (double x2, double y2) = (offset + (s.X2 * unit), -(s.Y2 + 0.5) * unit);
                strokes.Add(new Segment(
                    (position.X * _scale) + (x1 * cos) - (y1 * sin),
                    (position.Y * _scale) + (x1 * sin) + (y1 * cos),
                    (position.X * _scale) + (x2 * cos) - (y2 * sin),
                    (position.Y * _scale) + (x2 * sin) + (y2 * cos)));
            }

            Stroker.Stroke(Pixels, _clip, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(strokes), unit * (style.Bold ? 1.35 : 1), style.Color);
        }
    }

    public void PushClip(Box box)
    {
        _clips.Push(_clip);
        _clip = _clip.Touched(box.X * _scale, box.Y * _scale, box.Right * _scale, box.Bottom * _scale);
    }

    public void PopClip() => _clip = _clips.Pop();

    public void BeginGroup(string kind, string tooltip)
    {
        // Pixels have no parts.
    }

    public void EndGroup()
    {
        // Pixels have no parts.
    }

    private Segment Scaled(Segment s) => new(s.X1 * _scale, s.Y1 * _scale, s.X2 * _scale, s.Y2 * _scale);

    private void Fill(double left, double top, double right, double bottom, Rgb color)
    {
        PixelArea area = _clip.Touched(left, top, right, bottom);
        for (int y = area.Top; y < area.Bottom; y++)
        {
            double high = Math.Min(bottom, y + 1) - Math.Max(top, y);
            int wholeFrom = high < 1 ? area.Right : Math.Max(area.Left, (int)Math.Ceiling(Math.Max(left, area.Left)));
            int wholeTo = Math.Max(wholeFrom, (int)Math.Floor(Math.Min(right, area.Right)));
            for (int x = area.Left; x < area.Right; x++)
            {
                if (x == wholeFrom && wholeTo > wholeFrom)
                {
                    Pixels.Fill(y, wholeFrom, wholeTo, color);
                    x = wholeTo - 1;
                    continue;
                }

                Pixels.Blend(x, y, color, high * (Math.Min(right, x + 1) - Math.Max(left, x)));
            }
        }
    }
}

using System.Globalization;
using System.Security;
using System.Text;

namespace CiFeatures.Reporting.Drawing.Svg;

/// <summary>Writes SVG 1.1. Numbers have at most two decimals; there are no ids, so several pictures fit into one page.</summary>
internal sealed class SvgCanvas : ICanvas
{
    private const string FontFamily = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono','Courier New',monospace";
    private readonly StringBuilder _svg = new();

    public SvgCanvas(double width, double height, string title, string description)
    {
        _svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").Number(width).Append("\" height=\"").Number(height)
            .Append("\" viewBox=\"0 0 ").Number(width).Append(' ').Number(height)
            .Append("\" font-family=\"").Append(FontFamily).Append("\" xml:space=\"preserve\">\n<title>").Append(Escape(title))
            .Append("</title>\n<desc>").Append(Escape(description)).Append("</desc>\n");
        this.FillBox(new Box(0, 0, width, height), Rgb.White);
    }

    public void FillBoxes(ReadOnlySpan<Box> boxes, Rgb color)
    {
        if (boxes.IsEmpty)
        {
            return;
        }

        _svg.Append("<path shape-rendering=\"crispEdges\" fill=\"").Append(color.ToHex()).Append("\" d=\"");
        foreach (Box box in boxes)
        {
            _svg.Append('M').Number(box.X).Append(' ').Number(box.Y).Append('h').Number(box.Width)
                .Append('v').Number(box.Height).Append('h').Number(-box.Width).Append('z');
        }

        _svg.Append("\"/>\n");
    }

    public void Lines(ReadOnlySpan<Segment> segments, double width, Rgb color)
    {
        if (segments.IsEmpty)
        {
            return;
        }

        BeginStroke(width, color);
        foreach (Segment s in segments)
        {
            _svg.Append('M').Number(s.X1).Append(' ').Number(s.Y1).Append('L').Number(s.X2).Append(' ').Number(s.Y2);
        }

        _svg.Append("\"/>\n");
    }

    public void Polyline(ReadOnlySpan<Spot> points, double width, Rgb color)
    {
        if (points.Length < 2)
        {
            return;
        }

        BeginStroke(width, color);
        for (int i = 0; i < points.Length; i++)
        {
            _svg.Append(i == 0 ? 'M' : 'L').Number(points[i].X).Append(' ').Number(points[i].Y);
        }

        _svg.Append("\"/>\n");
    }

    public void Circle(Spot center, double radius, Rgb color) =>
        _svg.Append("<circle cx=\"").Number(center.X).Append("\" cy=\"").Number(center.Y).Append("\" r=\"").Number(radius)
            .Append("\" fill=\"").Append(color.ToHex()).Append("\"/>\n");

    public void Text(Spot position, string text, TextStyle style)
    {
        _svg.Append("<text x=\"").Number(position.X).Append("\" y=\"").Number(position.Y).Append("\" font-size=\"").Number(style.Size)
            .Append("\" fill=\"").Append(style.Color.ToHex()).Append('"');
        if (style.Anchor != TextAnchor.Start)
        {
            _svg.Append(" text-anchor=\"").Append(style.Anchor == TextAnchor.Middle ? "middle" : "end").Append('"');
        }

        if (style.Bold)
        {
            _svg.Append(" font-weight=\"bold\"");
        }

        if (style.RotationDegrees != 0)
        {
            _svg.Append(" transform=\"rotate(").Number(style.RotationDegrees).Append(' ').Number(position.X).Append(' ').Number(position.Y).Append(")\"");
        }

        _svg.Append('>').Append(Escape(text)).Append("</text>\n");
    }

    // A nested svg element clips what is in it and, unlike a clip path, needs no id.
    public void PushClip(Box box) =>
        _svg.Append("<svg x=\"").Number(box.X).Append("\" y=\"").Number(box.Y).Append("\" width=\"").Number(box.Width).Append("\" height=\"")
            .Number(box.Height).Append("\" viewBox=\"").Number(box.X).Append(' ').Number(box.Y).Append(' ').Number(box.Width).Append(' ')
            .Number(box.Height).Append("\" overflow=\"hidden\">\n");

    public void PopClip() => _svg.Append("</svg>\n");

    public void BeginGroup(string kind, string tooltip)
    {
        _svg.Append("<g class=\"").Append(Escape(kind)).Append("\">");
        if (tooltip.Length > 0)
        {
            _svg.Append("<title>").Append(Escape(tooltip)).Append("</title>");
        }

        _svg.Append('\n');
    }

    public void EndGroup() => _svg.Append("</g>\n");

    /// <summary>Ends the picture and gives its UTF-8 bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_svg.ToString() + "</svg>\n");

    private static string Escape(string text) => SecurityElement.Escape(SafeText.Clean(text)) ?? "";

    private void BeginStroke(double width, Rgb color) =>
        _svg.Append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"").Append(color.ToHex())
            .Append("\" stroke-width=\"").Append(width.ToString("0.##", CultureInfo.InvariantCulture)).Append("\" d=\"");
}

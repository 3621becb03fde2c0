namespace CiFeatures.Reporting.Drawing;

/// <summary>Short forms for single shapes.</summary>
internal static class CanvasExtensions
{
    public static void FillBox(this ICanvas canvas, Box box, Rgb color) => canvas.FillBoxes([box], color);

    public static void Line(this ICanvas canvas, double x1, double y1, double x2, double y2, double width, Rgb color) =>
        canvas.Lines([new Segment(x1, y1, x2, y2)], width, color);

    /// <summary>Draws the outline of a box, inside of it.</summary>
    public static void Frame(this ICanvas canvas, Box box, double width, Rgb color) =>
        canvas.FillBoxes(
            [
                new Box(box.X, box.Y, box.Width, width),
                new Box(box.X, box.Bottom - width, box.Width, width),
                new Box(box.X, box.Y + width, width, box.Height - (2 * width)),
                new Box(box.Right - width, box.Y + width, width, box.Height - (2 * width)),
            ],
            color);
}

using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Grids;

/// <summary>The marks beside rows.</summary>
internal static class GridMarks
{
    private const double LeastWithSign = 10;

    public static void DrawAlert(ICanvas canvas, Box box) => DrawSign(canvas, box, Ink.Alert, "!");

    public static void DrawStale(ICanvas canvas, Box box) => DrawSign(canvas, box, Ink.Stale, "z");

    private static void DrawSign(ICanvas canvas, Box box, Rgb color, string sign)
    {
        canvas.FillBox(box, color);
        if (box.Height >= LeastWithSign)
        {
            canvas.Text(new Spot(box.X + (box.Width / 2), box.Y + (box.Height / 2) + 3.5), sign, new TextStyle(10, Rgb.White, TextAnchor.Middle, Bold: true));
        }
    }
}

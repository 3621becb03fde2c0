using CiFeatures.Reporting.Drawing.Raster;
using CiFeatures.Reporting.Drawing.Svg;

namespace CiFeatures.Reporting.Drawing;

/// <summary>Draws a picture in memory and writes it in one go, so that an error leaves nothing half written.</summary>
internal static class PictureOutput
{
    public static void Write(Scene scene, PictureFormat format, int scale, Stream output)
    {
        byte[] bytes;
        if (format == PictureFormat.Svg)
        {
            var canvas = new SvgCanvas(scene.Width, scene.Height, scene.Title, scene.Description);
            scene.Draw(canvas);
            bytes = canvas.ToBytes();
        }
        else
        {
            var canvas = new RasterCanvas(scene.Width, scene.Height, scale);
            scene.Draw(canvas);
            bytes = PngWriter.Encode(canvas.Pixels);
        }

        output.Write(bytes);
    }
}

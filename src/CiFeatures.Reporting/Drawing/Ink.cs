namespace CiFeatures.Reporting.Drawing;

/// <summary>The colours of everything that is not a status.</summary>
internal static class Ink
{
    public static readonly Rgb Text = Rgb.FromHex(0x1A1A1A);
    public static readonly Rgb Muted = Rgb.FromHex(0x5C6670);
    public static readonly Rgb Axis = Rgb.FromHex(0x8A939B);
    public static readonly Rgb Faint = Rgb.FromHex(0xDDE1E4);
    public static readonly Rgb Median = Rgb.FromHex(0x1A1A1A);
    public static readonly Rgb Stale = Rgb.FromHex(0x9AA3AB);
    public static readonly Rgb Alert = Rgb.FromHex(0x8C1D04);
}

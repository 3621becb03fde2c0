using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Tests.Reporting.Statuses;

/// <summary>
/// What people with other colour vision see: the matrices for full severity of Machado, Oliveira and Fernandes (2009, table 1),
/// applied to linear RGB; and CIE L*a*b* (D65) to measure distances.
/// </summary>
internal static class ColorVision
{
    public static readonly double[] Normal = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    public static readonly double[] Protanopia = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];

    public static readonly double[] Deuteranopia = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881];

    public static readonly double[] Tritanopia = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900];

    public static readonly double[] NoColor = [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722];

    public static double Distance(Rgb a, Rgb b, double[] vision)
    {
        (double l1, double a1, double b1) = Lab(a, vision);
        (double l2, double a2, double b2) = Lab(b, vision);
        return Math.Sqrt(((l1 - l2) * (l1 - l2)) + ((a1 - a2) * (a1 - a2)) + ((b1 - b2) * (b1 - b2)));
    }

    public static double Lightness(Rgb color) => Lab(color, Normal).L;

    /// <summary>The contrast ratio of WCAG 2, 1 to 21.</summary>
    public static double Contrast(Rgb a, Rgb b)
    {
        (double x, double y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(Rgb c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(byte part)
    {
        double v = part / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    private static (double L, double A, double B) Lab(Rgb color, double[] m)
    {
        double[] rgb = [Linear(color.R), Linear(color.G), Linear(color.B)];
        double[] seen = [.. Enumerable.Range(0, 3).Select(i => Math.Clamp((m[i * 3] * rgb[0]) + (m[(i * 3) + 1] * rgb[1]) + (m[(i * 3) + 2] * rgb[2]), 0, 1))];
        double x = F(((0.4124564 * seen[0]) + (0.3575761 * seen[1]) + (0.1804375 * seen[2])) / 0.95047);
        double y = F((0.2126729 * seen[0]) + (0.7151522 * seen[1]) + (0.0721750 * seen[2]));
        double z = F(((0.0193339 * seen[0]) + (0.1191920 * seen[1]) + (0.9503041 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
}

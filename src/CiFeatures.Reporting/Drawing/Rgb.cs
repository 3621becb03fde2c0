using System.Globalization;

namespace CiFeatures.Reporting.Drawing;

/// <summary>An opaque sRGB colour.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White => new(255, 255, 255);

    public static Rgb FromHex(int rgb) => new((byte)((rgb >> 16) & 255), (byte)((rgb >> 8) & 255), (byte)(rgb & 255));

    public string ToHex() => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    /// <summary>This colour laid over another; <paramref name="part"/> of <paramref name="whole"/> of it is seen.</summary>
    public Rgb Over(Rgb under, int part, int whole) =>
        new(Mix(R, under.R, part, whole), Mix(G, under.G, part, whole), Mix(B, under.B, part, whole));

    private static byte Mix(byte over, byte under, int part, int whole) =>
        (byte)(((over * part) + (under * (whole - part)) + (whole / 2)) / whole);
}

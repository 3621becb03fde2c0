namespace CiFeatures.Reporting;

/// <summary>The file formats of pictures.</summary>
public enum PictureFormat
{
    /// <summary>Scalable Vector Graphics 1.1: text stays text, rows have tooltips.</summary>
    Svg,

    /// <summary>Portable Network Graphics: 8-bit palette where at most 256 colours occur, else 24-bit RGB.</summary>
    Png,
}

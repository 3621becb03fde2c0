namespace CiFeatures.Formats.Parquet;

/// <summary>How the pages of a Parquet file are packed.</summary>
public enum ParquetCompression
{
    /// <summary>Not at all.</summary>
    Uncompressed = 0,

    /// <summary>Snappy: fast, read everywhere.</summary>
    Snappy = 1,

    /// <summary>Gzip: smaller and slower.</summary>
    Gzip = 2,
}

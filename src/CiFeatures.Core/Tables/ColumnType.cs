namespace CiFeatures.Core.Tables;

/// <summary>The types that a column of a feature table can have.</summary>
public enum ColumnType
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A small whole number, such as a status code.</summary>
    Int8,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    /// <summary>A number of 32 bits with a fraction.</summary>
    Float32,

    /// <summary>A number of 64 bits with a fraction.</summary>
    Float64,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A point in time, kept as milliseconds since 1970 UTC.</summary>
    TimestampMs,
}

namespace CiFeatures.Formats.Npy;

/// <summary>The element types of NPY arrays that are read.</summary>
public enum NpyElementType
{
    /// <summary>True or false (<c>|b1</c>).</summary>
    Boolean,

    /// <summary>Signed whole number of 8 bits (<c>|i1</c>).</summary>
    Int8,

    /// <summary>Signed whole number of 16 bits (<c>&lt;i2</c>).</summary>
    Int16,

    /// <summary>Signed whole number of 32 bits (<c>&lt;i4</c>).</summary>
    Int32,

    /// <summary>Signed whole number of 64 bits (<c>&lt;i8</c>).</summary>
    Int64,

    /// <summary>Unsigned whole number of 8 bits (<c>|u1</c>).</summary>
    UInt8,

    /// <summary>Unsigned whole number of 16 bits (<c>&lt;u2</c>).</summary>
    UInt16,

    /// <summary>Unsigned whole number of 32 bits (<c>&lt;u4</c>).</summary>
    UInt32,

    /// <summary>Unsigned whole number of 64 bits (<c>&lt;u8</c>).</summary>
    UInt64,

    /// <summary>Floating point number of 32 bits (<c>&lt;f4</c>).</summary>
    Float32,

    /// <summary>Floating point number of 64 bits (<c>&lt;f8</c>).</summary>
    Float64,

    /// <summary>Text of UTF-32 characters (<c>&lt;U</c>) or of bytes (<c>|S</c>, read as UTF-8), padded with zeros.</summary>
    Text,

    /// <summary>Point in time (<c>&lt;M8[ms]</c> and other units from days to nanoseconds), given as milliseconds since 1970 UTC, rounded down; NaT is <see cref="long.MinValue"/>.</summary>
    TimestampMs,
}

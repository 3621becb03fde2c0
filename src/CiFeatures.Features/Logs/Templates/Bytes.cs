namespace CiFeatures.Features.Logs.Templates;

/// <summary>Classes of bytes as bit flags, in a table.</summary>
internal static class Bytes
{
    /// <summary>A blank or a control character.</summary>
    public const byte Space = 1;

    /// <summary>Punctuation that ends a word.</summary>
    public const byte Separator = 2;

    /// <summary>A decimal digit.</summary>
    public const byte Digit = 4;

    /// <summary>A letter that is a hexadecimal digit too.</summary>
    public const byte Hex = 8;

    /// <summary>A small letter.</summary>
    public const byte Lower = 16;

    /// <summary>A capital letter.</summary>
    public const byte Upper = 32;

    /// <summary>A dot, which joins parts of a word or ends a sentence.</summary>
    public const byte Dot = 64;

    /// <summary>A slash of either kind.</summary>
    public const byte Slash = 128;

    /// <summary>What ends a word whatever follows.</summary>
    public const byte Gap = Space | Separator;

    /// <summary>Overwrites what a mask of the user found; a run of it is one value. U+001A is named SUBSTITUTE, and no log uses it.</summary>
    public const byte Masked = 0x1A;

    /// <summary>Begins a terminal's colour code.</summary>
    public const byte Escape = 0x1B;

    /// <summary>A flag set for each of the 256 bytes. Bytes of other alphabets have none and are part of words.</summary>
    public static ReadOnlySpan<byte> Classes =>
    [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1,
        1, 2, 2, 2, 0, 0, 0, 2, 2, 2, 0, 0, 2, 0, 64, 128,
        4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2,
        2, 40, 40, 40, 40, 40, 40, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 2, 128, 2, 0, 0,
        2, 24, 24, 24, 24, 24, 24, 16, 16, 16, 16, 16, 16, 16, 16, 16,
        16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 2, 2, 2, 0, 1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Whether a byte has one of some classes.</summary>
    public static bool Is(byte value, int classes) => (Classes[value] & classes) != 0;
}

namespace CiFeatures.Decoding.State.Wire;

/// <summary>Field keys as they stand on the wire: the number and, in the lowest three bits, the wire type. Constants for <c>switch</c> labels.</summary>
internal static class WireKeys
{
    /// <summary>Bits of a key that hold the wire type.</summary>
    public const int TypeBits = 3;

    /// <summary>The largest field number there is.</summary>
    public const int MaxNumber = (1 << 29) - 1;

    /// <summary>The field number of a key.</summary>
    /// <param name="key">The key.</param>
    public static int Number(uint key) => (int)(key >> TypeBits);

    /// <summary>The wire type of a key.</summary>
    /// <param name="key">The key.</param>
    public static WireType Type(uint key) => (WireType)(key & 7);

    /// <summary>Makes a key.</summary>
    /// <param name="number">The field number.</param>
    /// <param name="type">The wire type.</param>
    public static uint Of(int number, WireType type) => ((uint)number << TypeBits) | (uint)type;
}

using System.Buffers.Binary;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>A fixed 64-bit hash: the same on every machine and in every run, since template ids are made from it.</summary>
internal static class Hashing
{
    private const ulong A = 0xA0761D6478BD642F;
    private const ulong B = 0xE7037ED1A0B428DB;
    private const ulong C = 0x8EBC6AF09C88C6E3;
    private const ulong D = 0x589965CC75374CC3;

    /// <summary>Hash of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = unchecked((ulong)bytes.Length * B);
        while (bytes.Length > 8)
        {
            hash = Mix(hash ^ C, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong tail = 0;
        if (bytes.Length >= 4)
        {
            tail = BinaryPrimitives.ReadUInt32LittleEndian(bytes) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << 32;
        }
        else if (bytes.Length > 0)
        {
            tail = bytes[0] | (ulong)bytes[bytes.Length >> 1] << 8 | (ulong)bytes[^1] << 16;
        }

        return Mix(hash ^ C, tail ^ D);
    }

    /// <summary>A step of a chain of hashes: what came before, a gap, and a word.</summary>
    public static ulong Chain(ulong hash, ulong gap, ulong word) => Mix(unchecked(hash + gap), word);

    /// <summary>Takes two hashes together; the order matters.</summary>
    public static ulong Mix(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left ^ A, right ^ B, out ulong low);
        return high ^ low;
    }
}

using System.Buffers.Binary;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CiFeatures.Collection.Artifacts.Hashing;

/// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4), which buckets give for their objects, computed piece by piece.</summary>
internal struct Crc32C
{
    private static readonly uint[] Table = MakeTable();
    private uint _state;

    /// <summary>Gets the checksum of what was added.</summary>
    public readonly uint Value => _state;

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_state;
        crc = Sse42.X64.IsSupported ? OnX86(crc, bytes) : Crc32.Arm64.IsSupported ? OnArm(crc, bytes) : WithTable(crc, bytes);
        _state = ~crc;
    }

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        Crc32C crc = default;
        crc.Append(bytes);
        return crc.Value;
    }

    /// <summary>The same without the processor's help.</summary>
    internal static uint WithTable(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc = (crc >> 8) ^ Table[(crc & 0xFF) ^ value];
        }

        return crc;
    }

    private static uint OnX86(uint crc, ReadOnlySpan<byte> bytes)
    {
        ulong wide = crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            wide = Sse42.X64.Crc32(wide, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        crc = unchecked((uint)wide);
        foreach (byte value in bytes)
        {
            crc = Sse42.Crc32(crc, value);
        }

        return crc;
    }

    private static uint OnArm(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = Crc32.Arm64.ComputeCrc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = Crc32.ComputeCrc32C(crc, value);
        }

        return crc;
    }

    private static uint[] MakeTable()
    {
        const uint Polynomial = 0x82F63B78;
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            }

            table[i] = value;
        }

        return table;
    }
}

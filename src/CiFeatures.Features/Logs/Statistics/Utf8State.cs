using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Where decoding stands within a character of several bytes.</summary>
/// <remarks>An invalid sequence is replaced by its maximal subparts (Unicode standard, chapter 3.9, as in Python): every longest beginning
/// of a valid character, and every byte that begins none, is one U+FFFD. So a byte that does not continue a character is looked at again.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct Utf8State
{
    /// <summary>What stands for what cannot be decoded.</summary>
    public const int Replacement = 0xFFFD;

    private byte _lowest;
    private byte _highest;

    /// <summary>Gets how many bytes of the character are still to come.</summary>
    public uint Pending { get; private set; }

    /// <summary>Gets the character's bits so far.</summary>
    public int CodePoint { get; private set; }

    /// <summary>Begins a character of several bytes.</summary>
    /// <param name="lead">A byte from 128.</param>
    /// <returns>False when no character begins so.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBegin(byte lead)
    {
        // The second byte's range is narrower where a wider one would allow long forms, surrogates and what is past U+10FFFF.
        (Pending, CodePoint, _lowest, _highest) = lead switch
        {
            >= 0xC2 and <= 0xDF => (1u, lead & 0x1F, (byte)0x80, (byte)0xBF),
            0xE0 => (2u, lead & 0x0F, (byte)0xA0, (byte)0xBF),
            0xED => (2u, lead & 0x0F, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (2u, lead & 0x0F, (byte)0x80, (byte)0xBF),
            0xF0 => (3u, lead & 0x07, (byte)0x90, (byte)0xBF),
            0xF4 => (3u, lead & 0x07, (byte)0x80, (byte)0x8F),
            >= 0xF1 and <= 0xF3 => (3u, lead & 0x07, (byte)0x80, (byte)0xBF),
            _ => (0u, 0, (byte)0, (byte)0),
        };
        return Pending != 0;
    }

    /// <summary>Takes the next byte of the character.</summary>
    /// <returns>False when the byte does not continue it; nothing changes then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryContinue(byte value)
    {
        if (value < _lowest || value > _highest)
        {
            return false;
        }

        (_lowest, _highest) = (0x80, 0xBF);
        CodePoint = (CodePoint << 6) | (value & 0x3F);
        Pending--;
        return true;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Where a piece of a log has escape sequences and what may be a level or a time, a bit for each byte. Most lines have none of
/// these where it counts, and are done with when that is seen.</summary>
/// <param name="mostBytes">The longest piece; a multiple of 64.</param>
internal sealed class LineMarks(int mostBytes)
{
    private const int Block = 64;

    // Bytes behind a block that its marks depend on.
    private const int Behind = 3;

    // One more than the blocks, so that the 64 bits from any place can be read.
    private readonly ulong[] _escapes = new ulong[(mostBytes / Block) + 1];
    private readonly ulong[] _names = new ulong[(mostBytes / Block) + 1];
    private readonly ulong[] _all = new ulong[(mostBytes / Block) + 1];
    private readonly byte[] _end = new byte[2 * Block];
    private int _blocks;
    private bool _hasEscapes;

    /// <summary>Gets the escape bytes, a bit for each; empty when there are none.</summary>
    public ReadOnlySpan<ulong> Escapes => _hasEscapes ? _escapes.AsSpan(0, _blocks) : [];

    /// <summary>Looks at a piece.</summary>
    /// <typeparam name="TMasks">How blocks are classified.</typeparam>
    /// <param name="room">The piece, and the bytes behind it as far as they are there.</param>
    /// <param name="length">The length of the piece; a multiple of 64 unless there are none behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Mark<TMasks>(ReadOnlySpan<byte> room, int length)
        where TMasks : struct, IBlockMasks
    {
        _blocks = (length + Block - 1) / Block;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_blocks, _escapes.Length);
        ref byte start = ref MemoryMarshal.GetReference(room);
        ref ulong escapes = ref MemoryMarshal.GetArrayDataReference(_escapes);
        ref ulong names = ref MemoryMarshal.GetArrayDataReference(_names);
        ref ulong all = ref MemoryMarshal.GetArrayDataReference(_all);
        int whole = Math.Min(_blocks, (room.Length - Behind) / Block);
        ulong any = 0;
        int block = 0;
        for (; block < whole; block++)
        {
            TMasks.Marks(ref Unsafe.Add(ref start, block * Block), out ulong e, out ulong l, out ulong t);
            Unsafe.Add(ref escapes, block) = e;
            Unsafe.Add(ref names, block) = e | l;
            Unsafe.Add(ref all, block) = e | l | t;
            any |= e;
        }

        for (; block < _blocks; block++)
        {
            ReadOnlySpan<byte> rest = room[(block * Block)..];
            _end.AsSpan().Clear();
            rest[..Math.Min(rest.Length, _end.Length)].CopyTo(_end);
            TMasks.Marks(ref MemoryMarshal.GetArrayDataReference(_end), out ulong e, out ulong l, out ulong t);
            (_escapes[block], _names[block], _all[block]) = (e, e | l, e | l | t);
            any |= e;
        }

        _hasEscapes = any != 0;
    }

    /// <summary>Tells whether there is anything to look for in a line's first 64 bytes. JSON counts further than that.</summary>
    /// <param name="start">Where in the piece the line begins.</param>
    /// <param name="length">The line's length, from 1; the line ends within the piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AreIn(int start, int length) => First(_all, start, length) != 0;

    /// <summary>Tells whether a line's first 64 bytes may have a level's name, or escape sequences; klog's letter is no name.</summary>
    /// <param name="start">Where in the piece the line begins.</param>
    /// <param name="length">The line's length, from 1; the line ends within the piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayNameLevel(int start, int length) => First(_names, start, length) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong First(ulong[] bits, int start, int length)
    {
        int block = start / Block;
        int shift = start % Block;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)block, (uint)bits.Length - 1);
        ref ulong at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), block);
        ulong first = (at >> shift) | ((Unsafe.Add(ref at, 1) << 1) << (63 - shift));
        return length >= Block ? first : first & ((1UL << length) - 1);
    }
}

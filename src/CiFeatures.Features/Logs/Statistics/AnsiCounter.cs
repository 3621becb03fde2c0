using System.Numerics;
using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Counts the bytes of terminal escape sequences in text that comes in pieces.</summary>
internal sealed class AnsiCounter
{
    private AnsiSequence _open;

    public long Bytes { get; private set; }

    /// <summary>Counts a piece.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="escapes">Its escape bytes, a bit for each byte; empty when there are none.</param>
    public void Add(ReadOnlySpan<byte> text, ReadOnlySpan<ulong> escapes)
    {
        if (!escapes.IsEmpty || _open.IsOpen)
        {
            AddSome(text, escapes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<byte> text, ReadOnlySpan<ulong> escapes)
    {
        int done = _open.IsOpen ? Continue(text) : 0;
        for (int block = 0; block < escapes.Length; block++)
        {
            for (ulong bits = escapes[block]; bits != 0; bits &= bits - 1)
            {
                int at = (block * 64) + BitOperations.TrailingZeroCount(bits);

                // An escape byte within a sequence, as at the end of a title, begins none.
                if (at < done)
                {
                    continue;
                }

                int length = AnsiSequence.LengthOf(text[at..]);
                if (at + length == text.Length)
                {
                    // It may go on in the next piece.
                    Continue(text[at..]);
                    return;
                }

                Bytes += length;
                done = at + length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Continue(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!_open.Takes(text[i]))
            {
                return i;
            }

            Bytes++;
            if (!_open.IsOpen)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}

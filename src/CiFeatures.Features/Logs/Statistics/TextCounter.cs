using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Counts characters, words and newlines of UTF-8 text that comes in pieces, as Python does after decoding with
/// <c>errors="replace"</c>.</summary>
/// <remarks>
/// <para>Blocks of 64 ASCII bytes are counted with masks; only blocks with other bytes are decoded. A word begins where ink follows white
/// space, so the words of a block are the set bits of <c>ink &amp; ~(ink &lt;&lt; 1 | carry)</c>.</para>
/// <para>A line that has ink is found by addition: ink plus the bytes that are not newlines carries into the newline that ends the line
/// exactly when the line has ink, since a run of n one-bits plus anything from 1 to the run itself overflows it once.</para>
/// </remarks>
internal sealed class TextCounter
{
    private const int Block = 64;

    private Utf8State _utf8;
    private bool _inWord;
    private bool _lineHasInk;

    private long _chars;
    private long _words;

    public long Chars => _chars;

    public long Words => _words;

    public long Newlines { get; private set; }

    /// <summary>Gets how many of the ended lines have a character that is not white space.</summary>
    public long EndedLinesWithInk { get; private set; }

    /// <summary>Gets whether the line that has not ended yet has a character that is not white space.</summary>
    public bool LineHasInk => _lineHasInk;

    /// <summary>Counts a piece.</summary>
    /// <typeparam name="TMasks">How blocks are classified.</typeparam>
    /// <param name="text">The piece.</param>
    /// <param name="newlines">Receives where its newlines are; as long as the piece.</param>
    /// <returns>How many newlines it has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add<TMasks>(ReadOnlySpan<byte> text, Span<int> newlines)
        where TMasks : struct, IBlockMasks
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newlines.Length, text.Length);
        ref byte start = ref MemoryMarshal.GetReference(text);
        ref int found = ref MemoryMarshal.GetReference(newlines);
        int count = 0;
        int at = 0;
        unchecked
        {
            long words = 0;
            long chars = 0;
            long linesWithInk = 0;
            ulong wordCarry = _inWord ? 1UL : 0;
            ulong inkCarry = _lineHasInk ? 1UL : 0;
            for (; at <= text.Length - Block; at += Block)
            {
                TMasks.Text(ref Unsafe.Add(ref start, at), out ulong ends, out ulong ink, out ulong nonAscii);
                if ((nonAscii | _utf8.Pending) != 0)
                {
                    _inWord = wordCarry != 0;
                    _lineHasInk = inkCarry != 0;
                    count = Decode(text.Slice(at, Block), at, newlines, count);
                    wordCarry = _inWord ? 1UL : 0;
                    inkCarry = _lineHasInk ? 1UL : 0;
                    continue;
                }

                chars += Block;
                words += BitOperations.PopCount(ink & ~((ink << 1) | wordCarry));
                wordCarry = ink >> 63;

                // Two additions with a carry each; at most one of them overflows, as the sum is below 2^65.
                ulong within = ~ends;
                ulong sum = within + ink;
                ulong carry = sum < within ? 1UL : 0;
                ulong all = sum + inkCarry;
                inkCarry = carry | (all < sum ? 1UL : 0);
                linesWithInk += BitOperations.PopCount(all & ends);
                while (ends != 0)
                {
                    Unsafe.Add(ref found, count++) = at + BitOperations.TrailingZeroCount(ends);
                    ends &= ends - 1;
                }
            }

            _inWord = wordCarry != 0;
            _lineHasInk = inkCarry != 0;
            _chars += chars;
            _words += words;
            EndedLinesWithInk += linesWithInk;
        }

        count = Decode(text[at..], at, newlines, count);
        Newlines += count;
        return count;
    }

    /// <summary>Ends the text: a character that was begun and never ended counts as one.</summary>
    public void Finish()
    {
        if (_utf8.Pending != 0)
        {
            _utf8 = default;
            CountOther(Utf8State.Replacement);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Decode(ReadOnlySpan<byte> bytes, int offset, Span<int> newlines, int count)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            byte value = bytes[i];
            if (_utf8.Pending != 0)
            {
                if (!_utf8.TryContinue(value))
                {
                    // The broken part is one character; the byte that broke it begins anew.
                    _utf8 = default;
                    CountOther(Utf8State.Replacement);
                }
                else
                {
                    if (_utf8.Pending == 0)
                    {
                        CountOther(_utf8.CodePoint);
                    }

                    continue;
                }
            }

            if (value == (byte)'\n')
            {
                newlines[count++] = offset + i;
                _chars++;
                _inWord = false;
                EndedLinesWithInk += _lineHasInk ? 1 : 0;
                _lineHasInk = false;
            }
            else if (value < 128 || !_utf8.TryBegin(value))
            {
                CountOther(value < 128 ? value : Utf8State.Replacement);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountOther(int codePoint)
    {
        _chars++;
        bool ink = !PythonSpace.Is(codePoint);
        _words += ink && !_inWord ? 1 : 0;
        _inWord = ink;
        _lineHasInk |= ink;
    }
}

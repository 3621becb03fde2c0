using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Counts the bytes of terminal escape sequences in text that comes in pieces.</summary>
internal sealed class AnsiCounter
{
    private AnsiSequence _open;

    public long Bytes { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            if (_open.IsOpen)
            {
                Continue(ref text);
            }

            int escape = text.IndexOf(AnsiSequence.Escape);
            if (escape < 0)
            {
                return;
            }

            text = text[escape..];
            int length = AnsiSequence.LengthOf(text);
            if (length == text.Length)
            {
                // It may go on in the next piece.
                Continue(ref text);
                return;
            }

            Bytes += length;
            text = text[length..];
        }
    }

    private void Continue(ref ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (!_open.Takes(text[0]))
            {
                return;
            }

            Bytes++;
            text = text[1..];
            if (!_open.IsOpen)
            {
                return;
            }
        }
    }
}

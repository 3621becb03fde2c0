using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Reads parts of a file one after the other. A part begins behind the first newline of its stretch of the file and ends with the
/// first newline behind it; a stretch without a newline has no part, and is read with the part before it.</summary>
/// <param name="file">The file.</param>
/// <param name="length">The length of the file when reading began; what was added since belongs to the last part.</param>
/// <param name="stretch">How many bytes of the file a part is for.</param>
/// <param name="cancellation">Stops between two buffers.</param>
internal sealed class FilePart(SafeFileHandle file, long length, long stretch, CancellationToken cancellation)
{
    // A read of this size costs as much per byte as a larger one, and the bytes are still in the second-level cache when they are looked at.
    private const int BufferBytes = 1 << 17;

    // A line's end is mostly found in as many.
    private const int EndBytes = 1 << 12;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);

    /// <summary>Reads a part.</summary>
    /// <param name="index">Which stretch it is for, from 0.</param>
    /// <param name="times">Takes its times.</param>
    /// <returns>Its figures; null when the stretch has no part.</returns>
    public LogStatistics? Read(long index, TimeLine times)
    {
        long at = index * stretch;
        long end = stretch >= length - at ? long.MaxValue : at + stretch;
        ReadOnlySpan<byte> bytes = default;
        if (index > 0)
        {
            do
            {
                at += bytes.Length;
                bytes = Next(at, Math.Min(end, length));
                if (bytes.IsEmpty)
                {
                    return null;
                }
            }
            while (!bytes.Contains((byte)'\n'));

            int start = bytes.IndexOf((byte)'\n') + 1;
            at += start;
            bytes = bytes[start..];
        }

        var scanner = new LogScanner(times);
        if (bytes.IsEmpty)
        {
            bytes = Next(at, end);
        }

        for (; !bytes.IsEmpty; bytes = Next(at, end))
        {
            scanner.Add(bytes);
            at += bytes.Length;
        }

        AddLineEnd(scanner, at, end);
        return scanner.Finish();
    }

    // The rest of the line that goes beyond the stretch.
    private void AddLineEnd(LogScanner scanner, long at, long end)
    {
        if (at < end)
        {
            return;
        }

        int size = EndBytes;
        while (true)
        {
            // A newline that was added to the file begins no part, so it ends none.
            bool mayEnd = at < length;
            ReadOnlySpan<byte> bytes = Next(at, Math.Min(at + size, mayEnd ? length : long.MaxValue));
            int newline = mayEnd ? bytes.IndexOf((byte)'\n') : -1;
            scanner.Add(newline >= 0 ? bytes[..(newline + 1)] : bytes);
            if (newline >= 0 || bytes.IsEmpty)
            {
                return;
            }

            at += bytes.Length;
            size = BufferBytes;
        }
    }

    private ReadOnlySpan<byte> Next(long at, long end)
    {
        cancellation.ThrowIfCancellationRequested();
        return at >= end ? [] : _buffer.AsSpan(0, RandomAccess.Read(file, _buffer.AsSpan(0, (int)Math.Min(_buffer.Length, end - at)), at));
    }
}

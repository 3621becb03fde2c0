using System.Buffers;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Does something with a line of a log.</summary>
/// <param name="line">Its bytes without the line end; they hold during the call only.</param>
public delegate void LogLineAction(ReadOnlySpan<byte> line);

/// <summary>Cuts logs into lines that end with <c>\n</c> or <c>\r\n</c>. What follows the last line end is a line unless it is empty.</summary>
public static class LogLines
{
    private const int ReadBytes = 1 << 18;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="maxLineBytes">How much of a line to hand on; the rest of a longer one is read and dropped.</param>
    /// <param name="action">Gets each line in order.</param>
    /// <returns>How many lines there were.</returns>
    public static long Read(Stream stream, int maxLineBytes, LogLineAction action)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLineBytes);

        // One byte more than is handed on: a \r in it is the line end's.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(ReadBytes, maxLineBytes + 2));
        try
        {
            return Read(stream, maxLineBytes, buffer, action);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Cuts a log that is in memory.</summary>
    /// <param name="log">The log.</param>
    /// <param name="action">Gets each line in order.</param>
    /// <returns>How many lines there were.</returns>
    public static long Read(ReadOnlySpan<byte> log, LogLineAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        long lines = 0;
        while (log.Length > 0)
        {
            int length = log.IndexOf((byte)'\n');
            action(WithoutReturn(length < 0 ? log : log[..length], length >= 0));
            lines++;
            log = length < 0 ? [] : log[(length + 1)..];
        }

        return lines;
    }

    private static long Read(Stream stream, int maxLineBytes, byte[] buffer, LogLineAction action)
    {
        long lines = 0;
        int filled = 0;
        bool dropping = false;
        for (int read; (read = stream.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            int searched = filled;
            filled += read;
            int start = 0;
            for (int length; (length = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n')) >= 0;)
            {
                int end = searched + length;
                if (!dropping)
                {
                    Give(WithoutReturn(buffer.AsSpan(start, end - start), ended: true), maxLineBytes, action);
                    lines++;
                }

                dropping = false;
                start = searched = end + 1;
            }

            filled -= start;
            buffer.AsSpan(start, filled).CopyTo(buffer);
            if (dropping || filled == buffer.Length)
            {
                if (!dropping)
                {
                    Give(buffer.AsSpan(0, filled), maxLineBytes, action);
                    lines++;
                }

                dropping = true;
                filled = 0;
            }
        }

        if (filled > 0 && !dropping)
        {
            Give(buffer.AsSpan(0, filled), maxLineBytes, action);
            lines++;
        }

        return lines;
    }

    private static void Give(ReadOnlySpan<byte> line, int maxLineBytes, LogLineAction action) => action(line.Length > maxLineBytes ? line[..maxLineBytes] : line);

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line, bool ended) => ended && line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
}

using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Reads a large file in parts that begin behind a newline, one for each processor. A newline ends words, lines, characters and
/// escape sequences, so the figures of the parts add up.</summary>
internal static class FileParts
{
    // Below this starting a thread costs more than it gains.
    private const long LeastBytes = 1 << 24;
    private const int BufferBytes = 1 << 17;
    private const int LineBytes = 1 << 20;

    public static LogStatistics Read(SafeFileHandle file, int? year, int threads, CancellationToken cancellation, long leastBytes = LeastBytes)
    {
        long[] bounds = Bounds(file, RandomAccess.GetLength(file), threads, leastBytes);
        var parts = new LogScanner[bounds.Length - 1];
        var scanners = new LogStatistics[parts.Length];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Math.Max(1, threads) }, i =>
        {
            parts[i] = new LogScanner(year);

            // The last part goes on to the end, should the file have grown.
            scanners[i] = Scan(file, parts[i], bounds[i], i == parts.Length - 1 ? long.MaxValue : bounds[i + 1], cancellation);
        });
        return Join(parts, scanners) ?? Scan(file, new LogScanner(year), 0, long.MaxValue, cancellation);
    }

    private static LogStatistics Scan(SafeFileHandle file, LogScanner scanner, long at, long end, CancellationToken cancellation)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
        while (at < end)
        {
            cancellation.ThrowIfCancellationRequested();
            int read = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - at)), at);
            if (read == 0)
            {
                break;
            }

            scanner.Add(buffer.AsSpan(0, read));
            at += read;
        }

        return scanner.Finish();
    }

    private static long[] Bounds(SafeFileHandle file, long length, int threads, long leastBytes)
    {
        List<long> bounds = [0];
        long count = Math.Clamp(length / leastBytes, 1, threads);
        byte[] buffer = count > 1 ? new byte[LineBytes] : [];
        for (long i = 1; i < count; i++)
        {
            long wanted = length / count * i;
            int read = RandomAccess.Read(file, buffer, wanted);
            int newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            long bound = wanted + newline + 1;

            // A line of more than the buffer is not cut; its part gets longer.
            if (newline >= 0 && bound > bounds[^1] && bound < length)
            {
                bounds.Add(bound);
            }
        }

        bounds.Add(length);
        return [.. bounds];
    }

    /// <summary>Adds up parts, or gives null when the times of one cannot be placed without those before it.</summary>
    private static LogStatistics? Join(LogScanner[] parts, LogStatistics[] figures)
    {
        LogStatistics sum = figures[0];
        TimeLine times = parts[0].Times;
        for (int i = 1; i < parts.Length; i++)
        {
            LogStatistics next = figures[i];
            if (!times.TryAppend(parts[i].Times))
            {
                return null;
            }

            sum = sum with
            {
                Bytes = sum.Bytes + next.Bytes,
                Chars = sum.Chars + next.Chars,
                Words = sum.Words + next.Words,
                Lines = sum.Lines + next.Lines - (next.Bytes > 0 ? 1 : 0),
                AnsiBytes = sum.AnsiBytes + next.AnsiBytes,
                BlankLines = sum.BlankLines + next.BlankLines,
                LongestLineBytes = Math.Max(sum.LongestLineBytes, next.LongestLineBytes),
                FatalLines = sum.FatalLines + next.FatalLines,
                ErrorLines = sum.ErrorLines + next.ErrorLines,
                WarningLines = sum.WarningLines + next.WarningLines,
                InfoLines = sum.InfoLines + next.InfoLines,
                DebugLines = sum.DebugLines + next.DebugLines,
            };
        }

        return sum with { TimedLines = times.Count, FirstTimeMs = times.FirstMs, LastTimeMs = times.LastMs, LargestGapMs = times.GapMs };
    }
}

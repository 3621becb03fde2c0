using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Reads a large file in parts that begin behind a newline, on as many processors as there are. A newline ends words, lines,
/// characters and escape sequences, so the figures of the parts add up.</summary>
internal static class FileParts
{
    // Small enough that all processors end at about the same time, large enough that finding the ends of parts costs nothing.
    private const int PartBytes = 1 << 22;

    public static LogStatistics Read(SafeFileHandle file, int? year, int threads, CancellationToken cancellation, int partBytes = PartBytes)
    {
        long length = RandomAccess.GetLength(file);
        long count = (length + partBytes - 1) / partBytes;
        if (count < 2 || threads < 2)
        {
            return Whole(file, year, cancellation);
        }

        var sum = new PartSum(year);
        long taken = -1;
        int workers = (int)Math.Min(threads, count);
        Parallel.For(0, workers, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = workers }, _ =>
        {
            var part = new FilePart(file, length, partBytes, cancellation);
            for (long i; sum.IsGood && (i = Interlocked.Increment(ref taken)) < count;)
            {
                TimeLine times = i == 0 ? sum.Times : TimeLine.OfPart();
                sum.Add(i, part.Read(i, times), times);
            }
        });
        return sum.IsGood ? sum.Finish() : Whole(file, year, cancellation);
    }

    private static LogStatistics Whole(SafeFileHandle file, int? year, CancellationToken cancellation) =>
        new FilePart(file, 0, long.MaxValue, cancellation).Read(0, new TimeLine(year))!;
}

using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Computes the figures of a log from a stream or from memory, with no more memory than a buffer.</summary>
public static class LogStatisticsReader
{
    // Large enough that asking for bytes costs nothing, small enough to stay in the second-level cache.
    private const int BufferBytes = 1 << 17;

    /// <summary>Reads a log to its end.</summary>
    /// <param name="log">The decompressed bytes of the log.</param>
    /// <param name="year">The year of times that do not say theirs (klog, syslog), as long as no line does; null when it is not known.</param>
    /// <param name="cancellation">Stops between two buffers.</param>
    public static LogStatistics Read(Stream log, int? year = null, CancellationToken cancellation = default)
    {
        var scanner = new LogScanner(year);
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
        for (int read; (read = log.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            scanner.Add(buffer.AsSpan(0, read));
        }

        return scanner.Finish();
    }

    /// <summary>Reads a plain file to its end, on several processors when it is large.</summary>
    /// <param name="file">The file, opened for reading; its position is not used.</param>
    /// <param name="year">As for streams.</param>
    /// <param name="threads">The most processors to use; 0 for all there are.</param>
    /// <param name="cancellation">Stops between two buffers.</param>
    /// <returns>The same as for a stream of the file's bytes.</returns>
    public static LogStatistics Read(SafeFileHandle file, int? year = null, int threads = 0, CancellationToken cancellation = default) =>
        FileParts.Read(file, year, threads > 0 ? threads : Environment.ProcessorCount, cancellation);

    /// <summary>Reads a log that is in memory.</summary>
    /// <param name="log">The bytes of the log.</param>
    /// <param name="year">As for streams.</param>
    public static LogStatistics Read(ReadOnlySpan<byte> log, int? year = null)
    {
        var scanner = new LogScanner(year);
        scanner.Add(log);
        return scanner.Finish();
    }
}

using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>All figures of a log in memory; an item is a line.</summary>
internal sealed class LogStatisticsWork(byte[] log) : IThroughputWork
{
    public long Bytes => log.Length;

    public long Run() => LogStatisticsReader.Read(log).Lines;
}

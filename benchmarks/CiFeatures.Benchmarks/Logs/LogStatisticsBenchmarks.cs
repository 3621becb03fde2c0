using System.Text;
using BenchmarkDotNet.Attributes;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>Figures of an ASCII log of 16 MB, beside decoding and splitting it.</summary>
[MemoryDiagnoser]
public class LogStatisticsBenchmarks
{
    private const int Lines = 120_000;
    private const int PieceBytes = 1 << 14;

    private readonly int[] _newlines = new int[PieceBytes];
    private byte[] _log = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < Lines; i++)
        {
            int ms = i * 37;
            text.Append(null, $"time=\"2021-02-25T{ms / 3_600_000:00}:{ms / 60_000 % 60:00}:{ms / 1000 % 60:00}Z\" level=info msg=\"Pulled layer sha256:{random.NextInt64():x16} of image {random.Next(40)} in the pipeline in {random.Next(4000)}ms\"\n");
        }

        _log = Encoding.ASCII.GetBytes(text.ToString());
    }

    [Benchmark(Baseline = true)]
    public (int Chars, int Words, int Lines) DecodeAndSplit()
    {
        string text = Encoding.UTF8.GetString(_log);
        return (text.Length, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, text.AsSpan().Count('\n') + 1);
    }

    [Benchmark]
    public long CountsOnly()
    {
        var text = new TextCounter();
        for (int at = 0; at < _log.Length; at += PieceBytes)
        {
            ScanPaths.Count(text, _log.AsSpan(at, Math.Min(PieceBytes, _log.Length - at)), _newlines);
        }

        text.Finish();
        return text.Words;
    }

    [Benchmark]
    public long AllFigures() => LogStatisticsReader.Read(_log).Words;
}

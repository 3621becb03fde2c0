using System.Text;
using BenchmarkDotNet.Attributes;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Benchmarks.Logs;

/// <summary>Templates of 20,000 made lines, all different, beside Drain written the straightforward way.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private byte[] _log = [];
    private string[] _lines = [];

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _lines = [.. Enumerable.Range(0, 20_000).Select(i => (i % 4) switch
        {
            0 => $"2026/06/11 03:21:{random.Next(10, 60)} Pulled layer sha256:{random.NextInt64():x16} in {random.Next(5000)}ms",
            1 => $"connection from 10.{random.Next(256)}.{random.Next(256)}.{random.Next(256)}:{random.Next(65536)} closed after {random.Next(900)} seconds",
            2 => $"Uploaded {random.Next(900)} files ({random.NextDouble():0.00} MB) to /srv/artifacts/{random.NextInt64():x16}",
            _ => $"lease {random.NextInt64():x16} acquired by node-{random.Next(400)}",
        })];
        _log = Encoding.UTF8.GetBytes(string.Join('\n', _lines));
    }

    [Benchmark]
    public int Mine() => Mine(new());

    [Benchmark]
    public int MineWithoutMasks() => Mine(new() { BuiltInMasks = false });

    [Benchmark]
    public int MineWithMasksOfTheUser() => Mine(new() { Masks = TemplateMiningWork.Masks });

    [Benchmark(Baseline = true)]
    public int PlainDrain()
    {
        var drain = new PlainDrain();
        foreach (string line in _lines)
        {
            drain.Add(line);
        }

        return drain.Groups;
    }

    private int Mine(TemplateOptions options)
    {
        var miner = new TemplateMiner(options);
        LogLines.Read(_log, miner.Add);
        return miner.Finish().Templates.Count;
    }
}

using System.Diagnostics;
using System.Text.Json;
using CiFeatures.Benchmarks.Decoding;
using CiFeatures.Benchmarks.Logs;

namespace CiFeatures.Benchmarks;

/// <summary><c>throughput &lt;what&gt; &lt;dir-or-file&gt;</c>: times one thing over given files and prints one JSON line, so that a peer can be timed beside it.</summary>
internal static class Throughput
{
    private const int Rounds = 5;

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not [string what, string path] || Find(what, path) is not { } work)
        {
            errors.WriteLine("Usage: throughput decode|rle <folder or file with table answers, plain or gzip>, or throughput logstats|logcounts|templates|templates-nomasks|templates-usermasks|templates-frozen <a plain log>");
            return 2;
        }

        double best = double.PositiveInfinity;
        long items = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            items = work.Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        output.WriteLine(JsonSerializer.Serialize(new { what, bytes = work.Bytes, items, best_seconds = Math.Round(best, 6), threads = 1 }));
        return 0;
    }

    private static IThroughputWork? Find(string what, string path) => what switch
    {
        "decode" => new DecodeWork(TableFiles.Load(path)),
        "rle" => new RunLengthWork(TableFiles.Load(path)),
        "logstats" => new LogStatisticsWork(File.ReadAllBytes(path)),
        "logcounts" => new LogCountsWork(File.ReadAllBytes(path)),
        "templates" => new TemplateMiningWork(File.ReadAllBytes(path), new()),
        "templates-nomasks" => new TemplateMiningWork(File.ReadAllBytes(path), new() { BuiltInMasks = false }),
        "templates-usermasks" => new TemplateMiningWork(File.ReadAllBytes(path), new() { Masks = TemplateMiningWork.Masks }),
        "templates-frozen" => new TemplateMatchingWork(File.ReadAllBytes(path)),
        _ => null,
    };
}

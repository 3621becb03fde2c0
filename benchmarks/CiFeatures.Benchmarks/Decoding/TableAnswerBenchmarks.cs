using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>A table answer to a grid, with our reader and through a document tree.</summary>
/// <remarks>The document tree only gives cells, names and times; it checks nothing and keeps no messages.</remarks>
[MemoryDiagnoser]
public class TableAnswerBenchmarks
{
    private byte[] _answer = [];

    /// <summary>Rows of the answer; the median of recorded answers is near the smaller number.</summary>
    [Params(500, 3000)]
    public int Tests { get; set; }

    [GlobalSetup]
    public void Setup() => _answer = MadeAnswer.Make(Tests, 100, 1);

    [Benchmark]
    public long Reader() => TableAnswerReader.Read(_answer, new JobKey("made", "made"), []).CellCount;

    [Benchmark(Baseline = true)]
    public long DocumentTree()
    {
        using JsonDocument document = JsonDocument.Parse(_answer);
        JsonElement root = document.RootElement;
        List<long> times = [.. root.GetProperty("timestamps").EnumerateArray().Select(t => t.GetInt64())];
        List<string> names = [];
        List<byte> cells = [];
        foreach (JsonElement test in root.GetProperty("tests").EnumerateArray())
        {
            names.Add(test.GetProperty("name").GetString()!);
            foreach (JsonElement run in test.GetProperty("statuses").EnumerateArray())
            {
                cells.AddRange(Enumerable.Repeat(run.GetProperty("value").GetByte(), run.GetProperty("count").GetInt32()));
            }
        }

        return cells.Count + names.Count + times.Count;
    }
}

using BenchmarkDotNet.Attributes;
using CiFeatures.Core.Grids;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>One row's pairs to cells, beside the loop that everybody writes first.</summary>
[MemoryDiagnoser]
public class RunLengthBenchmarks
{
    private int[] _pairs = [];
    private byte[] _cells = [];

    /// <summary>Mean length of a run; recorded rows have about 20.</summary>
    [Params(2, 20, 200)]
    public int RunCells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _pairs = [.. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? random.Next(16) : random.Next(1, 2 * RunCells))];
        _cells = new byte[RunLength.CountCells(_pairs)];
    }

    [Benchmark]
    public int Expand() => RunLength.Expand(_pairs, _cells);

    [Benchmark(Baseline = true)]
    public int NaiveLoop()
    {
        List<byte> cells = [];
        for (int i = 0; i < _pairs.Length; i += 2)
        {
            for (int n = 0; n < _pairs[i + 1]; n++)
            {
                cells.Add((byte)_pairs[i]);
            }
        }

        cells.CopyTo(_cells);
        return cells.Count;
    }
}

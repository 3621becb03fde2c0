using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>Run-length pairs to cells, row by row; an item is a cell, the bytes are those of the pairs.</summary>
internal sealed class RunLengthWork : IThroughputWork
{
    private readonly List<int[]> _rows = [];
    private readonly byte[] _cells;
    private readonly List<int> _columns = [];

    public RunLengthWork(IReadOnlyList<byte[]> answers)
    {
        List<DecodeIssue> issues = [];
        foreach (byte[] answer in answers)
        {
            JobGrid grid = TableAnswerReader.Read(answer, new JobKey("", ""), issues);
            for (int i = 0; i < grid.Tests.Count; i++)
            {
                _rows.Add(RunLength.Encode(grid.Row(i)));
                _columns.Add(grid.Runs.Count);
            }
        }

        _cells = new byte[_columns.Count == 0 ? 0 : _columns.Max()];
        Bytes = _rows.Sum(r => (long)r.Length * sizeof(int));
    }

    public long Bytes { get; }

    public long Run()
    {
        long cells = 0;
        for (int i = 0; i < _rows.Count; i++)
        {
            cells += RunLength.Expand(_rows[i], _cells.AsSpan(0, _columns[i]));
        }

        return cells;
    }
}

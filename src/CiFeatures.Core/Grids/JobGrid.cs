namespace CiFeatures.Core.Grids;

/// <summary>The decoded grid of a job: tests × runs, one status byte for each cell, newest run first.</summary>
/// <remarks>Rows keep the published order; no feature may depend on it (TestGrid sorts by recent failure).</remarks>
public sealed partial class JobGrid
{
    private readonly byte[] _statuses;

    /// <summary>Makes a grid.</summary>
    /// <param name="key">The dashboard and job.</param>
    /// <param name="info">What the answer says about the job as a whole.</param>
    /// <param name="tests">The rows.</param>
    /// <param name="runs">The columns.</param>
    /// <param name="statuses">Status codes, row after row, each row with one byte for each run.</param>
    /// <exception cref="ArgumentException"><paramref name="statuses"/> does not have tests × runs bytes.</exception>
    public JobGrid(JobKey key, GridInfo info, IReadOnlyList<TestRow> tests, RunAxis runs, byte[] statuses)
    {
        if (statuses.LongLength != (long)tests.Count * runs.Count)
        {
            throw new ArgumentException($"{statuses.LongLength} cells do not fill {tests.Count} tests of {runs.Count} runs.", nameof(statuses));
        }

        Key = key;
        Info = info;
        Tests = tests;
        Runs = runs;
        _statuses = statuses;
    }

    /// <summary>The dashboard and job.</summary>
    public JobKey Key { get; }

    /// <summary>What the answer says about the job as a whole.</summary>
    public GridInfo Info { get; }

    /// <summary>The rows in published order.</summary>
    public IReadOnlyList<TestRow> Tests { get; }

    /// <summary>The columns, newest first.</summary>
    public RunAxis Runs { get; }

    /// <summary>The number of cells, blank ones included.</summary>
    public long CellCount => _statuses.LongLength;

    /// <summary>All status codes, row after row.</summary>
    public ReadOnlySpan<byte> Statuses => _statuses;

    /// <summary>The status of one cell.</summary>
    /// <param name="test">The row.</param>
    /// <param name="run">The column, 0 = newest.</param>
    public CellStatus this[int test, int run] => (CellStatus)Row(test)[run];

    /// <summary>The status codes of one row, newest first.</summary>
    /// <param name="test">The row.</param>
    public ReadOnlySpan<byte> Row(int test) => _statuses.AsSpan(checked(test * Runs.Count), Runs.Count);

    /// <summary>The status codes of one row, newest first, without a copy; for callers that keep the row.</summary>
    /// <param name="test">The row.</param>
    public ReadOnlyMemory<byte> RowMemory(int test) => _statuses.AsMemory(checked(test * Runs.Count), Runs.Count);

    /// <summary>The duration of one cell in minutes; NaN when absent.</summary>
    /// <param name="test">The row.</param>
    /// <param name="run">The column, 0 = newest.</param>
    public float DurationMinutes(int test, int run) => Tests[test].DurationMinutes?[run] ?? float.NaN;
}

namespace CiFeatures.Core.Tensors;

/// <summary>Statuses and durations of a job over one or several snapshots, as dense blocks of [snapshots, tests, runs] on common axes.</summary>
/// <remarks>
/// A cell has three states: not in the snapshot at all or <c>NO_RESULT</c> (mask false, status 0), and a result (mask true, status 1 to 15).
/// Tests are in ordinal order of name, runs newest first, snapshots in the order they were given. With one snapshot the block is also
/// [tests, runs].
/// </remarks>
public sealed partial class GridTensor
{
    private readonly sbyte[] _status;
    private readonly float[]? _durationMinutes;

    internal GridTensor(
        IReadOnlyList<string> snapshots, IReadOnlyList<string> tests, IReadOnlyList<TensorRun> runs, sbyte[] status, float[]? durationMinutes)
    {
        Snapshots = snapshots;
        Tests = tests;
        Runs = runs;
        _status = status;
        _durationMinutes = durationMinutes;
    }

    /// <summary>The snapshot ids, the first axis.</summary>
    public IReadOnlyList<string> Snapshots { get; }

    /// <summary>The test names, the second axis, in ordinal order. A name that repeats within a grid is numbered from its second occurrence: <c>name #2</c>.</summary>
    public IReadOnlyList<string> Tests { get; }

    /// <summary>The runs, the third axis, newest first.</summary>
    public IReadOnlyList<TensorRun> Runs { get; }

    /// <summary>The number of cells: snapshots × tests × runs.</summary>
    public int CellCount => _status.Length;

    /// <summary>Status codes 0 to 15, snapshot after snapshot, test after test, run after run; 0 where the mask is false.</summary>
    public ReadOnlySpan<sbyte> Status => _status;

    /// <summary>Whether any cell has a duration. Where not, no memory is held for durations.</summary>
    public bool HasDurations => _durationMinutes is not null;

    /// <summary>The build ids of the runs.</summary>
    public string[] Builds() => [.. Runs.Select(run => run.Build)];

    /// <summary>The start times of the runs in milliseconds since 1970 UTC; 0 = not known.</summary>
    public long[] RunTimesMs() => [.. Runs.Select(run => run.TimeMs)];

    /// <summary>Whether each cell has a result, laid out like <see cref="Status"/>; a new array.</summary>
    public bool[] Mask()
    {
        bool[] mask = new bool[_status.Length];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = _status[i] != 0;
        }

        return mask;
    }

    /// <summary>Durations in minutes, laid out like <see cref="Status"/>, NaN = absent; a new array.</summary>
    public float[] DurationMinutes()
    {
        if (_durationMinutes is not null)
        {
            return (float[])_durationMinutes.Clone();
        }

        float[] absent = new float[_status.Length];
        absent.AsSpan().Fill(float.NaN);
        return absent;
    }

    /// <summary>The status codes of one test in one snapshot, newest run first.</summary>
    /// <param name="snapshot">The snapshot's index.</param>
    /// <param name="test">The test's index.</param>
    public ReadOnlySpan<sbyte> Row(int snapshot, int test) => _status.AsSpan(Offset(snapshot, test), Runs.Count);

    /// <summary>The durations of one test in one snapshot in minutes, newest run first, NaN = absent; empty when the tensor has no durations.</summary>
    /// <param name="snapshot">The snapshot's index.</param>
    /// <param name="test">The test's index.</param>
    public ReadOnlySpan<float> RowDurationMinutes(int snapshot, int test) =>
        _durationMinutes is null ? [] : _durationMinutes.AsSpan(Offset(snapshot, test), Runs.Count);

    /// <summary>The index of a test, or -1.</summary>
    /// <param name="name">The name as it stands in <see cref="Tests"/>.</param>
    public int IndexOfTest(string name)
    {
        int low = 0;
        int high = Tests.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = string.CompareOrdinal(Tests[middle], name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private int Offset(int snapshot, int test)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(snapshot, Snapshots.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(test, Tests.Count);
        return ((snapshot * Tests.Count) + test) * Runs.Count;
    }
}

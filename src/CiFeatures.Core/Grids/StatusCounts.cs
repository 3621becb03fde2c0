namespace CiFeatures.Core.Grids;

/// <summary>How many cells have each status code, and with that each class.</summary>
/// <remarks>Blank cells (<c>NO_RESULT</c>) are counted on their own and are in no denominator but <see cref="Cells"/>.</remarks>
public sealed class StatusCounts
{
    private readonly long[] _byCode = new long[CellStatuses.Count];

    /// <summary>The number of cells with each code; the index is the code.</summary>
    public ReadOnlySpan<long> ByCode => _byCode;

    /// <summary>All cells, blank ones included.</summary>
    public long Cells => Filled + NoResult;

    /// <summary>Blank cells.</summary>
    public long NoResult => _byCode[(int)CellStatus.NoResult];

    /// <summary>Cells that are not blank.</summary>
    public long Filled => Decided + Unknown + Running;

    /// <summary>Cells with a passing code.</summary>
    public long Pass { get; private set; }

    /// <summary>Cells with a failing code.</summary>
    public long Fail { get; private set; }

    /// <summary>Cells that passed and failed within one run.</summary>
    public long Flaky { get; private set; }

    /// <summary>Cells aborted, cancelled, blocked or not known.</summary>
    public long Unknown { get; private set; }

    /// <summary>Cells of runs that have not finished.</summary>
    public long Running { get; private set; }

    /// <summary>Cells with an outcome (pass, fail or flaky): the denominator of the ratios.</summary>
    public long Decided => Pass + Fail + Flaky;

    /// <summary>Passing cells over cells with an outcome; null when there is none.</summary>
    public double? PassRatio => Ratio.Of(Pass, Decided);

    /// <summary>Failing cells over cells with an outcome; null when there is none.</summary>
    public double? FailRatio => Ratio.Of(Fail, Decided);

    /// <summary>Flaky cells over cells with an outcome; null when there is none.</summary>
    public double? FlakyRatio => Ratio.Of(Flaky, Decided);

    /// <summary>The number of cells of one class.</summary>
    /// <param name="status">The class.</param>
    public long this[StatusClass status] => status switch
    {
        StatusClass.Empty => NoResult,
        StatusClass.Pass => Pass,
        StatusClass.Fail => Fail,
        StatusClass.Flaky => Flaky,
        StatusClass.Running => Running,
        _ => Unknown,
    };

    /// <summary>Counts the codes of some cells.</summary>
    /// <param name="codes">Status codes; a code outside 0 to 15 counts as <c>UNKNOWN</c>.</param>
    public static StatusCounts Of(ReadOnlySpan<byte> codes)
    {
        var counts = new StatusCounts();
        counts.AddCodes(codes);
        return counts;
    }

    /// <summary>Counts the codes of each column of a block of cells.</summary>
    /// <param name="codes">Status codes row after row; a code outside 0 to 15 counts as <c>UNKNOWN</c>.</param>
    /// <param name="columns">The length of a row.</param>
    /// <returns>One entry for each column.</returns>
    public static StatusCounts[] OfColumns(ReadOnlySpan<byte> codes, int columns)
    {
        var counts = new StatusCounts[columns];
        for (int column = 0; column < columns; column++)
        {
            counts[column] = new StatusCounts();
        }

        // Along the rows, as the cells lie in memory: a walk down each column would miss the cache at every cell.
        for (int start = 0; start < codes.Length && columns > 0; start += columns)
        {
            ReadOnlySpan<byte> cells = codes.Slice(start, columns);
            for (int column = 0; column < cells.Length; column++)
            {
                counts[column]._byCode[Index(cells[column])]++;
            }
        }

        foreach (StatusCounts column in counts)
        {
            column.Sum();
        }

        return counts;
    }

    /// <summary>Adds the codes of some cells.</summary>
    /// <param name="codes">Status codes; a code outside 0 to 15 counts as <c>UNKNOWN</c>.</param>
    public void AddCodes(ReadOnlySpan<byte> codes)
    {
        foreach (byte code in codes)
        {
            _byCode[Index(code)]++;
        }

        Sum();
    }

    /// <summary>Adds other counts.</summary>
    /// <param name="other">The counts to add.</param>
    public void Add(StatusCounts other)
    {
        for (int code = 0; code < _byCode.Length; code++)
        {
            _byCode[code] += other._byCode[code];
        }

        Sum();
    }

    private static int Index(byte code) => code < CellStatuses.Count ? code : (int)CellStatus.Unknown;

    private void Sum()
    {
        Pass = Fail = Flaky = Unknown = Running = 0;
        for (int code = 0; code < _byCode.Length; code++)
        {
            long count = _byCode[code];
            switch (CellStatuses.Class((CellStatus)code))
            {
                case StatusClass.Pass: Pass += count; break;
                case StatusClass.Fail: Fail += count; break;
                case StatusClass.Flaky: Flaky += count; break;
                case StatusClass.Unknown: Unknown += count; break;
                case StatusClass.Running: Running += count; break;
                default: break;
            }
        }
    }
}

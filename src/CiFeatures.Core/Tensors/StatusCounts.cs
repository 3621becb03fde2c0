namespace CiFeatures.Core.Tensors;

/// <summary>How many cells are of each status class.</summary>
/// <param name="Empty">Cells without a result.</param>
/// <param name="Pass">Passing cells.</param>
/// <param name="Fail">Failing cells.</param>
/// <param name="Flaky">Cells that passed and failed within one run.</param>
/// <param name="Running">Cells of runs that have not finished.</param>
/// <param name="Unknown">Aborted, cancelled, blocked or unknown cells.</param>
public readonly record struct StatusCounts(long Empty, long Pass, long Fail, long Flaky, long Running, long Unknown)
{
    /// <summary>Cells with a finished result: all but the empty and the running ones.</summary>
    public long Completed => Pass + Fail + Flaky + Unknown;

    /// <summary>All cells.</summary>
    public long Total => Completed + Empty + Running;

    /// <summary>The pass ratio and its denominator.</summary>
    public Ratio PassRatio => new(Pass, Completed);
}

namespace CiFeatures.Core.Tensors;

/// <summary>Limits of a tensor.</summary>
public sealed record GridTensorOptions
{
    /// <summary>The most cells (snapshots × tests × runs) that a tensor may have.</summary>
    /// <value>Default 268,435,456 (2²⁸): 256 MiB of statuses, and 1 GiB of durations where there are any.</value>
    public int MaxCells { get; init; } = 1 << 28;
}

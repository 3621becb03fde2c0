namespace CiFeatures.Core.Tensors;

/// <summary>The axis that a reduction keeps; the others are summed over.</summary>
public enum TensorAxis
{
    /// <summary>Keeps nothing: one result for all cells.</summary>
    None,

    /// <summary>Keeps the snapshots: one result for each.</summary>
    Snapshots,

    /// <summary>Keeps the tests: one result for each.</summary>
    Tests,

    /// <summary>Keeps the runs: one result for each.</summary>
    Runs,
}

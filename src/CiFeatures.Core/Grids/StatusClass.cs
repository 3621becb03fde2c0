namespace CiFeatures.Core.Grids;

/// <summary>What a status code amounts to.</summary>
public enum StatusClass : byte
{
    /// <summary>A blank cell.</summary>
    Empty,

    /// <summary>One of the passing codes.</summary>
    Pass,

    /// <summary>One of the failing codes.</summary>
    Fail,

    /// <summary>Passed and failed within one run; neither passing nor failing.</summary>
    Flaky,

    /// <summary>The run has not finished.</summary>
    Running,

    /// <summary>Aborted, cancelled, blocked or not known.</summary>
    Unknown,
}

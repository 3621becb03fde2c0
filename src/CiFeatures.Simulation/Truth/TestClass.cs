namespace CiFeatures.Simulation.Truth;

/// <summary>What a simulated test really is.</summary>
public enum TestClass
{
    /// <summary>Passes in every run but in incidents.</summary>
    Stable,

    /// <summary>Fails or needs a retry at random, with a known rate, whatever the code does.</summary>
    Flaky,

    /// <summary>Passes up to a run and fails from it on, until it is fixed, where it is.</summary>
    Regression,

    /// <summary>Never passes.</summary>
    AlwaysFailing,

    /// <summary>Ceased: has no result from a run on.</summary>
    Stale,

    /// <summary>Appeared at a run; passes.</summary>
    New,

    /// <summary>Is always skipped (code 3).</summary>
    Skipped,

    /// <summary>Says how the build went as a whole (the build row): follows from the other rows and from incidents.</summary>
    Build,
}

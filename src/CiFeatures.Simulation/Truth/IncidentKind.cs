namespace CiFeatures.Simulation.Truth;

/// <summary>What went wrong with a run as a whole, apart from its tests.</summary>
public enum IncidentKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The build failed before any test: only the build row has a result.</summary>
    NoResults,

    /// <summary>The cluster was never installed: the step that installs fails, later tests have no result.</summary>
    InstallFailure,

    /// <summary>The suite stopped on the way: a part of the tests has no result and the test step fails.</summary>
    Cut,

    /// <summary>A block of tests fails together because of the infrastructure.</summary>
    MassFailure,
}

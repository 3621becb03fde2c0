namespace CiFeatures.Simulation;

/// <summary>Named sizes of a simulation.</summary>
public enum SimulationPreset
{
    /// <summary>2 dashboards with 8 jobs, 60 to 300 tests: a sample that fits in a repository (below 600 KB compressed).</summary>
    Small,

    /// <summary>2 dashboards with 24 jobs at a third of the measured number of tests.</summary>
    Medium,

    /// <summary>One OpenShift release: 2 dashboards with 104 jobs, about seven million cells.</summary>
    Real,
}

namespace CiFeatures.Simulation.Model;

/// <summary>What sort of work a job does; decides which tests it has.</summary>
internal enum JobProfile
{
    /// <summary>A full conformance run: about 1,000 to 1,400 tests.</summary>
    Conformance,

    /// <summary>An upgrade with monitors: about 130 to 260 tests.</summary>
    Upgrade,

    /// <summary>Tests that run one by one.</summary>
    Serial,

    /// <summary>Only an installation: less than 100 tests.</summary>
    Install,

    /// <summary>A suite of its own with skipped tests.</summary>
    Suite,
}

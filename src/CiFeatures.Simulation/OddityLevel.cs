namespace CiFeatures.Simulation;

/// <summary>How many of the oddities of recorded answers a simulation has.</summary>
public enum OddityLevel
{
    /// <summary>None: every answer is regular. What belongs to the service's era (split rows, units) and running builds stay.</summary>
    None,

    /// <summary>Each as often as in recorded answers; most are rare.</summary>
    Real,

    /// <summary>Every one of them in every dashboard that has six jobs or more.</summary>
    All,
}

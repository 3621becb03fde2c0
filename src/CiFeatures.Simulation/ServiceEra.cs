namespace CiFeatures.Simulation;

/// <summary>Which year's service the answers imitate: fields, units and the treatment of repeated results changed over time.</summary>
public enum ServiceEra
{
    /// <summary>Autumn 2020: no messages, FLAKY cells, alert times in seconds (summary) and milliseconds (table), failure clusters.</summary>
    Autumn2020,

    /// <summary>Winter 2021: repeated results become rows that end in " [1]", no FLAKY cells, alert times in milliseconds (summary) and microseconds (table).</summary>
    Winter2021,

    /// <summary>Summer 2021: FLAKY cells with "1/2" and a message; units as in winter 2021.</summary>
    Summer2021,

    /// <summary>2022: all summary times in seconds, the build row is called "&lt;job&gt;.Overall", alerts name builds <c>fail-build-id</c>, status texts begin with "Tab stats: ".</summary>
    Year2022,
}

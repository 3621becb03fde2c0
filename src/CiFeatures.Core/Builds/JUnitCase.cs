namespace CiFeatures.Core.Builds;

/// <summary>One test case of a JUnit file.</summary>
public sealed record JUnitCase
{
    /// <summary>The names of the suites around it, outermost first, joined with dots; empty where they have none.</summary>
    public string Suite { get; init; } = "";

    /// <summary>Its own name.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute <c>classname</c>.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>What became of it.</summary>
    public required JUnitStatus Status { get; init; }

    /// <summary>How long it took in seconds; null when the file does not say or says no number.</summary>
    public double? Seconds { get; init; }

    /// <summary>The first text of error, failure, skipped, system-err and system-out, not cut; empty when there is none.</summary>
    public string Message { get; init; } = "";

    /// <summary>Its properties in the file's order, and those of the suites that TestGrid counts with it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>The name TestGrid gives the row: suites and test joined with dots.</summary>
    public string TestName => Suite.Length == 0 ? Name : Suite + "." + Name;
}

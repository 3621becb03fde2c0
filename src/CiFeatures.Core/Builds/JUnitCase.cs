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

    /// <summary>Whether it has a <c>skipped</c> element that says nothing: no text, and a message that is empty or the word "skipped". TestGrid shows no cell for such a case.</summary>
    public bool HasBareSkip { get; init; }

    /// <summary>Its properties in the file's order; those of the suites around it are not among them, as in TestGrid.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>The name TestGrid gives the row: suites and test joined with dots; a case without a name has that of its suites.</summary>
    public string TestName => Suite.Length == 0 ? Name : Name.Length == 0 ? Suite : Suite + "." + Name;
}

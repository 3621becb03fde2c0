using System.Collections.ObjectModel;

namespace CiFeatures.Core.Summaries;

/// <summary>An alert of a test as a summary answer lists it.</summary>
public sealed record SummaryAlert
{
    /// <summary>The test's display name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The test's name.</summary>
    public string TestName { get; init; } = "";

    /// <summary>How many failing cells the service counted.</summary>
    public int FailCount { get; init; }

    /// <summary>Start of the first failing run, milliseconds since 1970 UTC whatever the unit published; null when 0.</summary>
    public long? FailTimeMs { get; init; }

    /// <summary>Start of the nearest passing run before, milliseconds since 1970 UTC whatever the unit published; null = never passed.</summary>
    public long? PassTimeMs { get; init; }

    /// <summary>The link to the build.</summary>
    public string BuildLink { get; init; } = "";

    /// <summary>The text of the build link.</summary>
    public string BuildLinkText { get; init; } = "";

    /// <summary>The text of the build's address.</summary>
    public string BuildUrlText { get; init; } = "";

    /// <summary>The failure message.</summary>
    public string FailureMessage { get; init; } = "";

    /// <summary>Bugs linked to the test.</summary>
    public IReadOnlyList<string> LinkedBugs { get; init; } = [];

    /// <summary>Test id and row id, percent-escaped, parted by a blank.</summary>
    public string FailTestLink { get; init; } = "";

    /// <summary>Fields that the reader does not model, by name, as their JSON text; kept so that nothing is lost silently.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

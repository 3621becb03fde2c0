using System.Collections.ObjectModel;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Summaries;

/// <summary>An alert of a test as a summary answer lists it. Texts other than the names keep absent, null and value apart.</summary>
public sealed record SummaryAlert
{
    /// <summary>The test's display name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The test's name.</summary>
    public string TestName { get; init; } = "";

    /// <summary>How many failing cells the service counted; null = the answer does not say, or says what is no count.</summary>
    public int? FailCount { get; init; }

    /// <summary>Start of the first failing run, milliseconds since 1970 UTC whatever the unit published; null when 0.</summary>
    public long? FailTimeMs { get; init; }

    /// <summary>Start of the nearest passing run before, milliseconds since 1970 UTC whatever the unit published; null = never passed.</summary>
    public long? PassTimeMs { get; init; }

    /// <summary>The link to the build.</summary>
    public Published<string> BuildLink { get; init; }

    /// <summary>The text of the build link.</summary>
    public Published<string> BuildLinkText { get; init; }

    /// <summary>The text of the build's address.</summary>
    public Published<string> BuildUrlText { get; init; }

    /// <summary>The failure message.</summary>
    public Published<string> FailureMessage { get; init; }

    /// <summary>Bugs linked to the test.</summary>
    public IReadOnlyList<string> LinkedBugs { get; init; } = [];

    /// <summary>Test id and row id, percent-escaped, parted by a blank.</summary>
    public Published<string> FailTestLink { get; init; }

    /// <summary>Fields that the reader does not model, by name, as their JSON text; kept so that nothing is lost silently.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

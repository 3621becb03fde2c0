using System.Collections.ObjectModel;

namespace CiFeatures.Core.Grids;

/// <summary>The alert that the service attached to a row of a table answer. Its texts keep absent, null and value apart.</summary>
public sealed record RowAlert
{
    /// <summary>How many failing cells the service counted; null = the answer does not say, or says what is no count.</summary>
    public int? FailCount { get; init; }

    /// <summary>The build of the first (oldest) failure of the outage: <c>fail-build-id</c>, in older answers <c>fail-cl</c>; often a branch or commit.</summary>
    public Published<string> FailBuild { get; init; }

    /// <summary>Start of the first failing run, milliseconds since 1970 UTC; null when the answer has 0.</summary>
    public long? FailTimeMs { get; init; }

    /// <summary>The build of the nearest pass before the outage: <c>pass-build-id</c>, in older answers <c>pass-cl</c>.</summary>
    public Published<string> PassBuild { get; init; }

    /// <summary>Start of the nearest passing run before the outage, milliseconds since 1970 UTC; null = never passed in the data.</summary>
    public long? PassTimeMs { get; init; }

    /// <summary>How many passes the service counted; null = the answer does not say, or says what is no count.</summary>
    public int? PassCount { get; init; }

    /// <summary>The short text for a person.</summary>
    public Published<string> Text { get; init; }

    /// <summary>The failure message of the newest failing cell.</summary>
    public Published<string> Message { get; init; }

    /// <summary>The text of the link.</summary>
    public Published<string> LinkText { get; init; }

    /// <summary>The link.</summary>
    public Published<string> Link { get; init; }

    /// <summary>The text of the link's address.</summary>
    public Published<string> UrlText { get; init; }

    /// <summary>The id of the failing test.</summary>
    public Published<string> TestId { get; init; }

    /// <summary>The name of the test as the alert gives it.</summary>
    public Published<string> TestName { get; init; }

    /// <summary>Where the code can be searched.</summary>
    public Published<string> CodeSearchPath { get; init; }

    /// <summary>Hotlist ids, where published.</summary>
    public Published<IReadOnlyList<string>> HotlistIds { get; init; }

    /// <summary>Properties, where published.</summary>
    public Published<IReadOnlyDictionary<string, string>> Properties { get; init; }

    /// <summary>Fields that the reader does not model, by name, as their JSON text; kept so that nothing is lost silently.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

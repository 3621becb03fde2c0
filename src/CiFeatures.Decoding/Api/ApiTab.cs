namespace CiFeatures.Decoding.Api;

/// <summary>A tab as an instance is configured. Texts are empty and addresses too where nothing is set.</summary>
/// <param name="Name">The name.</param>
public sealed record ApiTab(string Name)
{
    /// <summary>The test group whose results the tab shows.</summary>
    public string TestGroupName { get; init; } = "";

    /// <summary>What the tab is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>Options of the page, as a query.</summary>
    public string BaseOptions { get; init; } = "";

    /// <summary>Where the test group's results are: bucket and path.</summary>
    public string GcsPrefix { get; init; } = "";

    /// <summary>The project that announces new results.</summary>
    public string PubsubProject { get; init; } = "";

    /// <summary>The subscription that announces new results.</summary>
    public string PubsubSubscription { get; init; } = "";

    /// <summary>The link to the results and its text.</summary>
    public ApiLink Results { get; init; } = new("", "");

    /// <summary>The page about the tab.</summary>
    public string AboutUrl { get; init; } = "";

    /// <summary>Where changes between two columns are searched.</summary>
    public string CodeSearchUrl { get; init; } = "";

    /// <summary>More links for two columns.</summary>
    public IReadOnlyList<ApiLink> ColumnDiffs { get; init; } = [];

    /// <summary>Where a cell's test is opened.</summary>
    public string OpenTestUrl { get; init; } = "";

    /// <summary>Where a bug is filed for a cell.</summary>
    public string FileBugUrl { get; init; } = "";

    /// <summary>Where a cell is attached to a bug.</summary>
    public string AttachBugUrl { get; init; } = "";
}

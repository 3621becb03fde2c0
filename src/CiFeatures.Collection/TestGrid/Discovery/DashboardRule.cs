namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>By which rule the dashboards of a page were found.</summary>
public enum DashboardRule
{
    /// <summary>The answer of the v1 API lists them.</summary>
    ApiAnswer,

    /// <summary>They stand in a script, in data whose name speaks of dashboards or of dashboard groups.</summary>
    DashboardData,

    /// <summary>No data speak of dashboards; they are the names in the longest list of named things in a script.</summary>
    LongestNamedList,

    /// <summary>No script has such a list; they are links to pages beside this one whose text is the page's name.</summary>
    Links,
}

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>What a list or object of a script holds, judged by its name and by what it lies in.</summary>
internal enum DataRole
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>A list of dashboards: texts, or objects with names.</summary>
    Dashboards,

    /// <summary>An object whose fields are dashboards.</summary>
    DashboardsByName,

    /// <summary>A dashboard.</summary>
    Dashboard,

    /// <summary>A list of groups, or an object whose fields are groups.</summary>
    Groups,

    /// <summary>A group; its own name is no dashboard's.</summary>
    Group,
}

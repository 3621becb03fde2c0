namespace CiFeatures.Collection.Store;

/// <summary>What a stored file is, by its place in the snapshot.</summary>
public enum SnapshotFileKind
{
    /// <summary>Something else, such as a build log.</summary>
    Other,

    /// <summary>The summary answer of a dashboard.</summary>
    Summary,

    /// <summary>The table answer of a job.</summary>
    Table,

    /// <summary>The page of the legacy site that carries the list of dashboards.</summary>
    DashboardsPage,

    /// <summary>The v1 API's list of dashboards.</summary>
    ApiDashboards,

    /// <summary>The v1 API's list of a dashboard's tabs.</summary>
    ApiTabs,

    /// <summary>The v1 API's summaries of a dashboard's tabs.</summary>
    ApiTabSummaries,

    /// <summary>The v1 API's columns of a job's grid; with the rows they are the grid.</summary>
    ApiHeaders,

    /// <summary>The v1 API's rows of a job's grid; their entry has the grid's numbers of tests and runs.</summary>
    ApiRows,

    /// <summary>The configuration object of the bucket.</summary>
    StateConfig,

    /// <summary>A dashboard's summary object of the bucket.</summary>
    StateSummary,

    /// <summary>A job's own state object of the bucket.</summary>
    StateTab,

    /// <summary>The grid object of the test group behind a job, where the job has no state of its own.</summary>
    StateGroup,

    /// <summary>What the folders of a build hold, in our own form.</summary>
    BuildListing,

    /// <summary>A file of a build, such as its log.</summary>
    BuildFile,
}

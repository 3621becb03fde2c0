using System.Buffers;

namespace CiFeatures.Collection.Store;

/// <summary>Where things lie inside a snapshot. Paths are relative to the snapshot's folder and use <c>/</c>.</summary>
public static class SnapshotPaths
{
    /// <summary>The manifest, written last.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The ending of a file whose body is stored compressed.</summary>
    public const string CompressedEnding = ".gz";

    /// <summary>The page of the legacy site that carries the list of dashboards.</summary>
    public const string DashboardsPage = TestGrid + "dashboards.html.gz";

    /// <summary>The v1 API's list of dashboards.</summary>
    public const string ApiDashboards = Api + "dashboards.json.gz";

    /// <summary>The configuration object of the bucket.</summary>
    public const string StateConfig = State + "config.pb.gz";

    internal const string WriterMark = ".writing";
    internal const string Journal = ".journal";
    internal const string Incoming = ".incoming";
    internal const string TemporaryEnding = ".part";
    private const string TestGrid = "testgrid/";
    private const string Api = "testgrid-api/";
    private const string State = "testgrid-state/";
    private const string Prow = "prow/";
    private const string ListingName = "listing.json";
    private const string JsonEnding = ".json.gz";
    private const string StateEnding = ".pb.zlib";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\:*?\"<>|");

    /// <summary>The path of a dashboard's summary answer.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    public static string Summary(string dashboardFileName) => TestGrid + dashboardFileName + "/summary.json.gz";

    /// <summary>The path of a job's table answer.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string Table(string dashboardFileName, string jobFileName) => TestGrid + dashboardFileName + "/table/" + jobFileName + JsonEnding;

    /// <summary>The path of the v1 API's list of a dashboard's tabs.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    public static string ApiTabs(string dashboardFileName) => Api + dashboardFileName + "/tabs.json.gz";

    /// <summary>The path of the v1 API's summaries of a dashboard's tabs.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    public static string ApiTabSummaries(string dashboardFileName) => Api + dashboardFileName + "/tab-summaries.json.gz";

    /// <summary>The path of the v1 API's columns of a job.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string ApiHeaders(string dashboardFileName, string jobFileName) => Api + dashboardFileName + "/headers/" + jobFileName + JsonEnding;

    /// <summary>The path of the v1 API's rows of a job.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string ApiRows(string dashboardFileName, string jobFileName) => Api + dashboardFileName + "/rows/" + jobFileName + JsonEnding;

    /// <summary>The path of a dashboard's summary object of the bucket.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    public static string StateSummary(string dashboardFileName) => State + dashboardFileName + "/summary.pb.gz";

    /// <summary>The path of a job's own state object of the bucket, which is stored as it is.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string StateTab(string dashboardFileName, string jobFileName) => State + dashboardFileName + "/tabs/" + jobFileName + StateEnding;

    /// <summary>The path of the grid object of the test group behind a job, which is stored as it is.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string StateGroup(string dashboardFileName, string jobFileName) => State + dashboardFileName + "/groups/" + jobFileName + StateEnding;

    /// <summary>The path of what the folders of a build hold, in the form of <see cref="Builds.ListingJson"/>; stored as it is.</summary>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="buildFileName">The build's file name, from <see cref="SafeNames"/>.</param>
    public static string BuildListing(string jobFileName, string buildFileName) => Prow + jobFileName + "/" + buildFileName + "/" + ListingName;

    /// <summary>The path of a file of a build; always compressed.</summary>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="buildFileName">The build's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="artifactFileName">The path below the build's folder, each segment from <see cref="SafeNames"/>, with <c>/</c>.</param>
    public static string BuildFile(string jobFileName, string buildFileName, string artifactFileName) =>
        Prow + jobFileName + "/" + buildFileName + "/" + artifactFileName + CompressedEnding;

    /// <summary>What kind of answer lies at a path.</summary>
    /// <param name="path">A path inside a snapshot.</param>
    public static SnapshotFileKind KindOf(string path) => path.Split('/') switch
    {
        ["testgrid", "dashboards.html.gz"] => SnapshotFileKind.DashboardsPage,
        ["testgrid", _, "summary.json.gz"] => SnapshotFileKind.Summary,
        ["testgrid", _, "table", var file] when Ends(file, JsonEnding) => SnapshotFileKind.Table,
        ["testgrid-api", "dashboards.json.gz"] => SnapshotFileKind.ApiDashboards,
        ["testgrid-api", _, "tabs.json.gz"] => SnapshotFileKind.ApiTabs,
        ["testgrid-api", _, "tab-summaries.json.gz"] => SnapshotFileKind.ApiTabSummaries,
        ["testgrid-api", _, "headers", var file] when Ends(file, JsonEnding) => SnapshotFileKind.ApiHeaders,
        ["testgrid-api", _, "rows", var file] when Ends(file, JsonEnding) => SnapshotFileKind.ApiRows,
        ["testgrid-state", "config.pb.gz"] => SnapshotFileKind.StateConfig,
        ["testgrid-state", _, "summary.pb.gz"] => SnapshotFileKind.StateSummary,
        ["testgrid-state", _, "tabs", var file] when Ends(file, StateEnding) => SnapshotFileKind.StateTab,
        ["testgrid-state", _, "groups", var file] when Ends(file, StateEnding) => SnapshotFileKind.StateGroup,
        ["prow", _, _, ListingName] => SnapshotFileKind.BuildListing,
        ["prow", _, _, .., var file] when Ends(file, CompressedEnding) => SnapshotFileKind.BuildFile,
        _ => SnapshotFileKind.Other,
    };

    /// <summary>Whether a path is the one that belongs to its dashboard and job, or to its job, build and artifact.</summary>
    internal static bool BelongsTo(string path, string? dashboard, string? job, string? build = null, string? artifact = null)
    {
        string[] parts = path.Split('/');
        SnapshotFileKind kind = KindOf(path);
        if (kind is SnapshotFileKind.BuildListing or SnapshotFileKind.BuildFile)
        {
            return dashboard is null && job is not null && build is not null && SafeNames.Matches(parts[1], job) && SafeNames.Matches(parts[2], build)
                && (kind == SnapshotFileKind.BuildListing ? artifact is null : artifact is not null && IsArtifact(parts.AsSpan(3), artifact));
        }

        if (build is not null || artifact is not null)
        {
            return false;
        }

        switch (kind)
        {
            case SnapshotFileKind.Other:
                return true;
            case SnapshotFileKind.DashboardsPage or SnapshotFileKind.ApiDashboards or SnapshotFileKind.StateConfig:
                return dashboard is null && job is null;
            case SnapshotFileKind.Summary or SnapshotFileKind.ApiTabs or SnapshotFileKind.ApiTabSummaries or SnapshotFileKind.StateSummary:
                return dashboard is not null && job is null && SafeNames.Matches(parts[1], dashboard);
            default:
                string file = parts[3][..^(Ends(parts[3], StateEnding) ? StateEnding : JsonEnding).Length];
                return dashboard is not null && job is not null && SafeNames.Matches(parts[1], dashboard) && SafeNames.Matches(file, job);
        }
    }

    /// <summary>Whether a path is one that this program would write: relative, inside the snapshot, of safe segments.</summary>
    internal static bool IsSafe(string path)
    {
        if (path.Length is 0 or > 1000 || string.Equals(path, Manifest, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (string segment in path.Split('/'))
        {
            if (segment.Length is 0 or > 255 || segment[0] is '.' or ' ' || segment[^1] is '.' or ' '
                || segment.AsSpan().ContainsAnyExceptInRange(' ', '~') || segment.AsSpan().ContainsAny(Unsafe))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsArtifact(ReadOnlySpan<string> parts, string artifact)
    {
        string[] names = artifact.Split('/');
        if (names.Length != parts.Length)
        {
            return false;
        }

        for (int i = 0; i < names.Length; i++)
        {
            string part = i == names.Length - 1 ? parts[i][..^CompressedEnding.Length] : parts[i];
            if (!SafeNames.Matches(part, names[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ends(string file, string ending) => file.EndsWith(ending, StringComparison.Ordinal);
}

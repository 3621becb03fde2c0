using System.Buffers;

namespace CiFeatures.Collection.Store;

/// <summary>Where things lie inside a snapshot. Paths are relative to the snapshot's folder and use <c>/</c>.</summary>
public static class SnapshotPaths
{
    /// <summary>The manifest, written last.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The ending of a file whose body is stored compressed.</summary>
    public const string CompressedEnding = ".gz";

    internal const string WriterMark = ".writing";
    internal const string TemporaryEnding = ".part";
    private const string TestGrid = "testgrid/";
    private const string SummaryEnding = "/summary.json.gz";
    private const string TableEnding = ".json.gz";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\:*?\"<>|");

    /// <summary>The path of a dashboard's summary answer.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    public static string Summary(string dashboardFileName) => TestGrid + dashboardFileName + SummaryEnding;

    /// <summary>The path of a job's table answer.</summary>
    /// <param name="dashboardFileName">The dashboard's file name, from <see cref="SafeNames"/>.</param>
    /// <param name="jobFileName">The job's file name, from <see cref="SafeNames"/>.</param>
    public static string Table(string dashboardFileName, string jobFileName) => TestGrid + dashboardFileName + "/table/" + jobFileName + TableEnding;

    /// <summary>What kind of answer lies at a path.</summary>
    /// <param name="path">A path inside a snapshot.</param>
    public static SnapshotFileKind KindOf(string path)
    {
        string[] parts = path.Split('/');
        return parts switch
        {
            ["testgrid", _, "summary.json.gz"] => SnapshotFileKind.Summary,
            ["testgrid", _, "table", var file] when file.EndsWith(TableEnding, StringComparison.Ordinal) => SnapshotFileKind.Table,
            _ => SnapshotFileKind.Other,
        };
    }

    /// <summary>Whether the path of a summary or table is the one that belongs to its dashboard and job.</summary>
    internal static bool BelongsTo(string path, string? dashboard, string? job)
    {
        string[] parts = path.Split('/');
        return KindOf(path) switch
        {
            SnapshotFileKind.Summary => dashboard is not null && job is null && SafeNames.Matches(parts[1], dashboard),
            SnapshotFileKind.Table => dashboard is not null && job is not null && SafeNames.Matches(parts[1], dashboard) && SafeNames.Matches(parts[3][..^TableEnding.Length], job),
            _ => true,
        };
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
}

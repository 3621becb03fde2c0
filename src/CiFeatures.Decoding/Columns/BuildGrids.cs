using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes grids of the builds that a snapshot holds.</summary>
public static class BuildGrids
{
    private const string PodInfoFile = "podinfo.json";

    /// <summary>Reads the builds of a job one by one and makes their grid. Memory holds one build's JUnit files at a time.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="job">A job that has builds; one without has an empty grid.</param>
    /// <param name="key">The dashboard and job that the grid is to have.</param>
    /// <param name="now">When the snapshot was taken.</param>
    /// <param name="issues">Gets what was repaired or left out, with the grid's dashboard and job; builds that could not be read are CIF1194.</param>
    /// <param name="options">The settings; <see cref="ColumnOptions.Stored"/> when null.</param>
    /// <param name="limits">What the files and the grid may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <exception cref="CiFeaturesException">A stored file is missing or holds other bytes than the manifest says, or the grid is larger than the limits allow.</exception>
    public static JobGrid Read(
        IBuildReader reader, string job, JobKey key, DateTimeOffset now, ICollection<DecodeIssue> issues, ColumnOptions? options = null, DecodeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(issues);
        options ??= ColumnOptions.Stored;
        limits ??= DecodeLimits.Default;
        IssueLog log = new(issues, key, limits.MaxIssues);
        BuildGridBuilder builder = new(options, now, limits);
        BuildResultReader files = new(limits);
        foreach (string build in reader.Builds(job))
        {
            Add(reader, new(job, build), builder, files, options, log);
        }

        log.Complete();
        return builder.Build(key);
    }

    private static void Add(IBuildReader reader, BuildKey build, BuildGridBuilder builder, BuildResultReader files, ColumnOptions options, IssueLog log)
    {
        // What the record's own reading finds is found again when the column's files are read.
        BuildRecord record = reader.ReadBuild(build, []);
        List<DecodeIssue> found = [];
        string[] paths = [.. record.Files.Where(f => !f.IsMissing).Select(f => f.Path)];
        BuildResult? result = files.Read(build, paths, record.Files.Any(f => f.Path == PodInfoFile), path => reader.OpenFile(build, path), found, out string? problem);
        foreach (DecodeIssue issue in found)
        {
            log.Add(issue.Code, issue.Repair, issue.Test, $"build {build.Build}, {issue.Position}", issue.Message);
        }

        if (result is null)
        {
            log.Add(DecodingCodes.UnreadableBuild, DecodeRepair.Noted, "", $"build {build.Build}", $"The build cannot be read: {problem}");
            builder.AddUnreadable(build, $"Failed to read {problem}");
        }
        else
        {
            builder.Add(result with { Started = BuildStart.Of(record with { Started = result.Started }, options) });
        }
    }
}

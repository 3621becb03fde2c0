using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>Gives issues of a build's file their whole place.</summary>
internal static class BuildIssues
{
    /// <summary>An issue with job, build and path.</summary>
    /// <param name="key">The build.</param>
    /// <param name="path">The file's path below the build's folder.</param>
    /// <param name="issue">What the file's reader said.</param>
    public static DecodeIssue At(BuildKey key, string path, DecodeIssue issue) => issue with
    {
        Dashboard = SnapshotReader.BuildDashboard,
        Job = key.Job,
        Position = issue.Position.StartsWith(path, StringComparison.Ordinal) ? $"{key.Build}/{issue.Position}" : $"{key.Build}/{path}, {issue.Position}",
    };

    /// <summary>A small file of a build that is too large to be one.</summary>
    /// <param name="path">The file's path below the build's folder.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="limits">The limits.</param>
    public static DecodeIssue TooLarge(string path, long bytes, DecodeLimits limits) => new(
        DecodingCodes.BuildFileTooLarge, DecodeRepair.Ignored, "", "", "", path,
        $"The file has {bytes} bytes; the limit DecodeLimits.{nameof(DecodeLimits.MaxBuildJsonBytes)} is {limits.MaxBuildJsonBytes}.");
}

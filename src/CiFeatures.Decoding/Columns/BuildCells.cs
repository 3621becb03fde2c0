using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>The cells that speak of a build as a whole: its outcome and its pod.</summary>
internal static class BuildCells
{
    /// <summary>The row of the outcome; the job's name goes before it.</summary>
    public const string OverallRow = "Overall";

    /// <summary>The row of the pod; the job's name goes before it.</summary>
    public const string PodRow = "Pod";

    /// <summary>The outcome: malformed files first, then what <c>finished.json</c> says, then whether the build has run too long.</summary>
    /// <param name="result">The build.</param>
    /// <param name="now">The time at which the build was looked at.</param>
    public static ColumnCell Overall(BuildResult result, DateTimeOffset now)
    {
        if (result.Malformed.Count > 0)
        {
            return Cell(CellStatus.Fail, "E", "Malformed artifacts: " + string.Join(", ", result.Malformed));
        }

        if (result.Finished is { Time: { } end } finished && end > DateTimeOffset.UnixEpoch)
        {
            ColumnCell cell = Finished(finished);

            // TestGrid counts from 1970 where the start is not known, which gives durations of decades.
            return result.Started?.Time is { } start ? cell.WithElapsed((end - start).TotalSeconds) : cell;
        }

        return now > result.Deadline
            ? Cell(CellStatus.Fail, "T", "Build did not complete within 24 hours")
            : Cell(CellStatus.Running, "R", "Build still running...");
    }

    /// <summary>The pod; null when nothing can be said of it yet, or nobody looked.</summary>
    /// <param name="result">The build.</param>
    /// <param name="overall">The status of the outcome.</param>
    /// <param name="now">The time at which the build was looked at.</param>
    public static ColumnCell? PodUnlessPending(BuildResult result, CellStatus overall, DateTimeOffset now) =>
        result.Pod is null && (!result.PodLookedFor || overall == CellStatus.Running) ? null : Pod(result, now);

    /// <summary>The pod.</summary>
    /// <param name="result">The build.</param>
    /// <param name="now">The time at which the build was looked at.</param>
    public static ColumnCell Pod(BuildResult result, DateTimeOffset now)
    {
        PodSummary summary = PodSummary.Of(result.Pod);
        (CellStatus status, string icon) = summary switch
        {
            // It may still come while the build is young.
            { Message: PodSummary.MissingPodInfo } => (now < result.Deadline ? CellStatus.Running : CellStatus.PassWithSkips, "!"),
            { Message: PodSummary.NotDecorated } => (CellStatus.Pass, "E"),
            _ => summary.IsGood ? (CellStatus.Pass, "") : (CellStatus.Fail, "F"),
        };
        return Cell(status, icon, summary.Message);
    }

    private static ColumnCell Finished(BuildFinished finished)
    {
        bool passed = finished.Passed ?? finished.Result == "SUCCESS";
        CellStatus status = passed ? CellStatus.Pass : CellStatus.Fail;
        return finished.Passed is not null || finished.Result.Length == 0
            ? Cell(status, "", "")
            : Cell(status, "E", $"finished.json missing \"passed\": {(passed ? "true" : "false")}");
    }

    private static ColumnCell Cell(CellStatus status, string icon, string message) =>
        new(status, null, icon.Length + message.Length == 0 ? CellDetail.None : new() { Icon = icon, Message = message });
}

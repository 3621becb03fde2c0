using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Compares what every source of a grid has: names, cells with their texts and durations, times, builds and alerts.</summary>
internal static class GridAgreement
{
    public static void ShouldAgree(JobGrid actual, JobGrid expected)
    {
        actual.Tests.Select(t => t.Name).ShouldBe(expected.Tests.Select(t => t.Name));
        actual.Tests.Select(t => t.Id).ShouldBe(expected.Tests.Select(t => t.Id));
        actual.Runs.Builds.ShouldBe(expected.Runs.Builds);
        actual.Runs.TimesMs.SequenceEqual(expected.Runs.TimesMs).ShouldBeTrue("times");
        actual.Runs.HeaderNames.ShouldBe(expected.Runs.HeaderNames);
        actual.Runs.Headers.Count.ShouldBe(expected.Runs.Headers.Count);
        for (int h = 0; h < actual.Runs.Headers.Count; h++)
        {
            actual.Runs.Headers[h].ShouldBe(expected.Runs.Headers[h]);
        }

        actual.Statuses.SequenceEqual(expected.Statuses).ShouldBeTrue("cells");
        for (int test = 0; test < expected.Tests.Count; test++)
        {
            actual.Tests[test].LinkedBugs.ShouldBe(expected.Tests[test].LinkedBugs);
            Alert(actual.Tests[test].Alert).ShouldBe(Alert(expected.Tests[test].Alert));
            Cells(actual, expected, test);
        }
    }

    private static void Cells(JobGrid actual, JobGrid expected, int test)
    {
        CellCursor other = actual.Cells(test);
        foreach (GridCell cell in expected.Cells(test))
        {
            other.MoveNext().ShouldBeTrue();
            if (other.Current.Message != cell.Message || other.Current.ShortText != cell.ShortText || other.Current.UserProperty != cell.UserProperty
                || !other.Current.DurationMinutes.Equals(cell.DurationMinutes))
            {
                throw new ShouldAssertException(
                    $"\"{expected.Tests[test].Name}\", run {cell.Run}: {other.Current.Message} | {other.Current.ShortText} | {other.Current.UserProperty} | {other.Current.DurationMinutes} "
                    + $"should be {cell.Message} | {cell.ShortText} | {cell.UserProperty} | {cell.DurationMinutes}");
            }
        }
    }

    // Only what an alert message has; a count that is not published is 0 there.
    private static string Alert(RowAlert? alert) =>
        alert is null
            ? "none"
            : string.Join(
                '|', alert.FailCount ?? 0, alert.FailBuild.ValueOr(""), alert.FailTimeMs, alert.PassBuild.ValueOr(""), alert.PassTimeMs, alert.Message.ValueOr(""),
                alert.Link.ValueOr(""), alert.LinkText.ValueOr(""), alert.UrlText.ValueOr(""), alert.TestId.ValueOr(""),
                string.Join(',', alert.HotlistIds.ValueOr([])), string.Join(',', alert.Properties.ValueOrDefault() ?? new Dictionary<string, string>()));
}

using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Series;

/// <summary>What is said in words.</summary>
internal static class SeriesNotes
{
    /// <summary>Why something that one might look for is not in the picture.</summary>
    public static IReadOnlyList<string> Of(SeriesModel model)
    {
        var notes = new List<string>();
        if (model.Grid.Runs.Count == 0)
        {
            notes.Add("There is nothing to draw: the answer has no runs.");
        }
        else if (model.Points.Count == 0)
        {
            notes.Add("There is nothing to draw: no run has a time.");
        }
        else if (!model.HasDurations)
        {
            notes.Add("No durations: the answer has none for this test (they come only when asked for as a graph metric), so only statuses are drawn.");
        }

        if (model.RunsWithoutTime > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Runs(model.RunsWithoutTime)} without a time: counted in the legend, not drawn."));
        }

        if (model.UnusableDurations > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Runs(model.UnusableDurations)} with a negative or infinite duration: the duration is not drawn."));
        }

        return notes;
    }

    /// <summary>One run in words.</summary>
    public static string Describe(SeriesModel model, SeriesPoint point)
    {
        string build = Drawing.SafeText.Elide(model.Grid.Runs.Builds[point.Run], 60);
        string minutes = point.Minutes is { } m ? string.Create(CultureInfo.InvariantCulture, $", {m:0.####} minutes") : "";
        return $"{UtcText.Minute(point.TimeMs)} UTC: {CellStatuses.Name(point.Status)}{minutes}{(build.Length == 0 ? "" : $", build {build}")}";
    }

    private static string Runs(int count) => count == 1 ? "1 run" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} runs");
}

using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Series;

/// <summary>Draws the statuses and durations of one test over time.</summary>
/// <remarks>
/// Above: the duration of each run in minutes at the time it started, and the rolling median; a run without a duration is
/// not drawn there, least of all as zero. Below: a lane for each class of status, with every run. Runs without a time are
/// counted in a note.
/// </remarks>
public static class SeriesPicture
{
    /// <summary>Draws a test. The same input gives the same bytes.</summary>
    /// <param name="grid">The grid that the test is in.</param>
    /// <param name="testIndex">The published row of the test.</param>
    /// <param name="options">How it is drawn.</param>
    /// <param name="format">SVG or PNG.</param>
    /// <param name="output">Where the picture is written; stays open. Nothing is written when drawing fails.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1601: there is no such test; CIF1602: an option is out of range; CIF1603: the PNG would be too large.</exception>
    public static void Render(JobGrid grid, int testIndex, SeriesPictureOptions options, PictureFormat format, Stream output)
    {
        options.Check();
        if (testIndex < 0 || testIndex >= grid.Tests.Count)
        {
            ReportingErrors.ThrowNoSuchTest(grid.Key, testIndex, grid.Tests.Count);
        }

        var painter = new SeriesPainter(SeriesModel.Of(grid, testIndex), options);
        PictureOutput.Write(painter.Compose(), format, options.Scale, output);
    }
}

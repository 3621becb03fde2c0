using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Grids;

/// <summary>Draws the whole grid of a job: tests from top to bottom, runs from left to right, one cell for each result.</summary>
/// <remarks>
/// Classes of status differ in colour and in lightness, and in a symbol where cells are large enough. Rows that are too thin
/// for their names name only tests with alerts or failures; in SVG every row has its whole name as a tooltip. A grid beyond
/// <see cref="GridPictureOptions.MaxRows"/> or <see cref="GridPictureOptions.MaxRuns"/> puts several results into one cell,
/// shows the worst, and says so; the counts in the legend are always of all cells.
/// </remarks>
public static class GridPicture
{
    /// <summary>Draws a grid. The same grid and options give the same bytes.</summary>
    /// <param name="grid">The grid; one without tests or runs gives a picture that says so.</param>
    /// <param name="options">How it is drawn.</param>
    /// <param name="format">SVG or PNG.</param>
    /// <param name="output">Where the picture is written; stays open. Nothing is written when drawing fails.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1602: an option is out of range; CIF1603: the PNG would be too large.</exception>
    public static void Render(JobGrid grid, GridPictureOptions options, PictureFormat format, Stream output)
    {
        options.Check();
        PictureOutput.Write(Compose(grid, options), format, options.Scale, output);
    }

    private static Scene Compose(JobGrid grid, GridPictureOptions options)
    {
        var model = GridModel.Of(grid, options);
        options = options with { LabelWidth = GridLayout.LabelWidth(model, options) };
        var head = new GridHead(model, options);
        var layout = new GridLayout(model, options, head.Height);
        double height = model.IsEmpty ? head.Height + 40 : layout.Cells.Bottom + GridBody.FootHeight;
        return new Scene(layout.Width, height, $"Grid of {head.Title}", head.Subtitle, canvas =>
        {
            head.Draw(canvas);
            if (model.IsEmpty)
            {
                DrawEmpty(canvas, model, head.Height);
            }
            else
            {
                new GridBody(model, layout, options).Draw(canvas);
            }
        });
    }

    private static void DrawEmpty(ICanvas canvas, GridModel model, double top)
    {
        string what = (model.Tests.Length, model.Grid.Runs.Count) switch
        {
            (0, 0) => "This grid is empty: the answer has no tests and no runs.",
            (0, _) => "This grid is empty: the answer has runs but no tests.",
            _ => "This grid is empty: the answer has tests but no runs.",
        };
        canvas.Text(new Spot(GridLayout.Margin, top - 10), what, new TextStyle(15, Ink.Text));
    }
}

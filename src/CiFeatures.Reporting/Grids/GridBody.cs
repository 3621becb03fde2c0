using System.Globalization;
using System.Runtime.InteropServices;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Grids;

/// <summary>Draws the cells with their axes.</summary>
internal sealed class GridBody(GridModel model, GridLayout layout, GridPictureOptions options)
{
    public const double FootHeight = 40;
    private const double LeastCellWithLines = 8;

    public void Draw(ICanvas canvas)
    {
        DrawRows(canvas);
        DrawGridLines(canvas);
        DrawGroups(canvas);
        canvas.Frame(new Box(layout.Cells.X - 1, layout.Cells.Y - 1, layout.Cells.Width + 2, layout.Cells.Height + 2), 1, Ink.Axis);
        DrawLabels(canvas);
        DrawRunAxis(canvas);
    }

    private void DrawRows(ICanvas canvas)
    {
        var painter = new RowPainter(canvas, layout);
        for (int row = 0; row < model.Rows.Length; row++)
        {
            painter.Draw(model.Rows[row], layout.RowTops[row]);
        }

        // After the cells, so that a thin row's mark may be a little higher than the row.
        double height = Math.Max(layout.CellHeight, 3);
        for (int row = 0; row < model.Rows.Length; row++)
        {
            double gap = layout.CellHeight > 4 ? 1 : 0;
            if (model.Rows[row].IsStale)
            {
                GridMarks.DrawStale(canvas, new Box(layout.StaleLane, layout.RowTops[row], GridLayout.MarkLaneWidth - 1, layout.CellHeight - gap));
            }

            if (model.Rows[row].HasAlert)
            {
                GridMarks.DrawAlert(canvas, new Box(layout.AlertLane, layout.RowTops[row], GridLayout.MarkLaneWidth - 1, height - gap));
            }
        }
    }

    private void DrawGroups(ICanvas canvas)
    {
        for (int group = 0; group < model.Groups.Count; group++)
        {
            RowGroup g = model.Groups[group];
            if (g.Name.Length > 0)
            {
                string count = string.Create(CultureInfo.InvariantCulture, $" ({g.TestCount:N0})");

                // Beside thin rows there are the names of other rows, so there the head of a group stands within the cells' width.
                double left = layout.HasRowLabels ? GridLayout.Margin : layout.Cells.X + 4;
                double width = (layout.HasRowLabels ? options.LabelWidth : layout.Cells.Width - 8) - SafeText.Width(count, 10);
                canvas.FillBox(new Box(layout.Cells.X, layout.HeadTops[group], layout.Cells.Width, GridLayout.GroupHeadHeight), Ink.Faint);
                canvas.Text(new Spot(left, layout.HeadTops[group] + 13), SafeText.Fit(g.Name, 10, width) + count, new TextStyle(10, Ink.Text, Bold: true));
            }
        }
    }

    // White lines part large cells; small ones would lose too much of their colour.
    private void DrawGridLines(ICanvas canvas)
    {
        var lines = new List<Box>();
        for (int column = 1; layout.CellWidth >= LeastCellWithLines && column < layout.Columns; column++)
        {
            lines.Add(new Box(layout.Cells.X + (column * layout.CellWidth) - 0.5, layout.Cells.Y, 1, layout.Cells.Height));
        }

        for (int row = 1; layout.CellHeight >= LeastCellWithLines && row < layout.RowTops.Length; row++)
        {
            lines.Add(new Box(layout.Cells.X, layout.RowTops[row] - 0.5, layout.Cells.Width, 1));
        }

        canvas.FillBoxes(CollectionsMarshal.AsSpan(lines), Rgb.White);
    }

    private void DrawLabels(ICanvas canvas)
    {
        double right = GridLayout.Margin + options.LabelWidth;
        foreach ((int row, double middle) in RowLabels.Place(model, layout))
        {
            GridRow r = model.Rows[row];
            double y = layout.RowTops[row] + (layout.CellHeight / 2);
            canvas.BeginGroup("row-label", r.Tooltip);
            string name = SafeText.Fit(r.Label, 10, options.LabelWidth - (layout.HasRowLabels ? 0 : GridLayout.LeaderWidth));
            canvas.Text(new Spot(GridLayout.Margin, Math.Round(middle + 3.5)), name, new TextStyle(10, r.IsStale ? Ink.Muted : Ink.Text));
            canvas.EndGroup();
            if (!layout.HasRowLabels)
            {
                double from = GridLayout.Margin + SafeText.Width(name, 10) + 3;
                canvas.Polyline([new Spot(from, middle), new Spot(Math.Max(from, right - GridLayout.LeaderWidth), middle), new Spot(layout.AlertLane - 2, y)], 0.6, Ink.Axis);
            }
        }
    }

    private void DrawRunAxis(ICanvas canvas)
    {
        string names = layout.HasRowLabels ? "tests" : "tests (named: alerts and most failures)";
        string direction = layout.NewestLeft ? "runs, newest on the left → oldest, dates in UTC" : "runs, oldest on the left → newest, dates in UTC";
        canvas.Text(new Spot(GridLayout.Margin, layout.CellsTop - 8), SafeText.Fit(names, 10, options.LabelWidth), new TextStyle(10, Ink.Muted));
        canvas.Text(new Spot(layout.CellsLeft, layout.CellsTop - 28), direction, new TextStyle(10, Ink.Muted));
        foreach (RunTick tick in RunTicks.Choose(model.Grid.Runs, layout, model.RunStep))
        {
            double x = tick.Middle;
            canvas.Line(x, layout.CellsTop - 6, x, layout.CellsTop - 1, 1, Ink.Axis);
            canvas.Text(new Spot(tick.TextLeft, layout.CellsTop - 9), tick.Text, new TextStyle(10, Ink.Text));
            canvas.Line(x, layout.Cells.Bottom + 1, x, layout.Cells.Bottom + 6, 1, Ink.Axis);
            canvas.Text(new Spot(tick.TextLeft, layout.Cells.Bottom + 17), tick.Text, new TextStyle(10, Ink.Text));
        }
    }
}

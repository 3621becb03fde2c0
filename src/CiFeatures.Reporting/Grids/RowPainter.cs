using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Grids;

/// <summary>Draws the cells of rows: equal neighbours as one box, then the marks.</summary>
internal sealed class RowPainter(ICanvas canvas, GridLayout layout)
{
    private readonly List<Box>[] _boxes = [.. StatusPalette.Order.Select(_ => new List<Box>())];
    private readonly List<Segment>[] _marks = [.. StatusPalette.Order.Select(_ => new List<Segment>())];

    private bool HasMarks => layout.CellWidth >= CellMarks.LeastCell && layout.CellHeight >= CellMarks.LeastCell;

    public void Draw(GridRow row, double top)
    {
        Collect(row, top);
        canvas.BeginGroup("row", row.Tooltip);
        foreach (StatusClass status in StatusPalette.Order)
        {
            canvas.FillBoxes(CollectionsMarshal.AsSpan(_boxes[(int)status]), StatusPalette.Color(status));
            _boxes[(int)status].Clear();
        }

        double thickness = CellMarks.Thickness(Math.Min(layout.CellWidth, layout.CellHeight));
        foreach (StatusClass status in StatusPalette.Order)
        {
            canvas.Lines(CollectionsMarshal.AsSpan(_marks[(int)status]), thickness, StatusPalette.MarkColor(status));
            _marks[(int)status].Clear();
        }

        canvas.EndGroup();
    }

    private void Collect(GridRow row, double top)
    {
        StatusClass[] cells = row.Cells;
        for (int start = 0; start < cells.Length;)
        {
            int end = start + 1;
            while (end < cells.Length && cells[end] == cells[start])
            {
                end++;
            }

            StatusClass status = cells[start];
            double left = layout.ColumnLeft(layout.NewestLeft ? start : end - 1);
            _boxes[(int)status].Add(new Box(left, top, (end - start) * layout.CellWidth, layout.CellHeight));
            for (int i = start; HasMarks && CellMarks.HasMark(status) && i < end; i++)
            {
                CellMarks.Add(status, new Box(layout.ColumnLeft(i), top, layout.CellWidth, layout.CellHeight), _marks[(int)status]);
            }

            start = end;
        }
    }
}

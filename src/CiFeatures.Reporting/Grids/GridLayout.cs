using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Grids;

/// <summary>Where the parts of a grid picture lie.</summary>
internal sealed class GridLayout
{
    public const double Margin = 16;
    public const double MarkLaneWidth = 9;
    public const double GroupHeadHeight = 18;
    public const double LeastRowWithLabel = 10;
    public const double LeaderWidth = 30;
    private const double LeastLabelWidth = 160;
    private const double GroupCountWidth = 60;
    private const double TargetWidth = 1000;
    private const double TargetHeight = 2400;
    private const double LeastContentWidth = 760;

    public GridLayout(GridModel model, GridPictureOptions options, double headHeight)
    {
        CellWidth = Math.Clamp(Math.Floor(TargetWidth / Math.Max(1, model.Columns)), 2, 16);
        CellHeight = RowHeight(model);
        CellsLeft = Margin + options.LabelWidth + 8 + (2 * MarkLaneWidth) + 4;
        CellsTop = headHeight;
        RowTops = new double[model.Rows.Length];
        HeadTops = new double[model.Groups.Count];
        double y = CellsTop;
        int row = 0;
        for (int group = 0; group < model.Groups.Count; group++)
        {
            HeadTops[group] = y;
            y += model.Groups[group].Name.Length > 0 ? GroupHeadHeight : 0;
            for (int i = 0; i < model.Groups[group].Rows.Count; i++)
            {
                RowTops[row++] = y;
                y += CellHeight;
            }
        }

        Cells = new Box(CellsLeft, CellsTop, model.Columns * CellWidth, y - CellsTop);
        Width = ContentWidth(model, options) + (2 * Margin);
        NewestLeft = options.NewestLeft;
        Columns = model.Columns;
    }

    public double CellWidth { get; }

    public double CellHeight { get; }

    public double CellsLeft { get; }

    public double CellsTop { get; }

    public double[] RowTops { get; }

    public double[] HeadTops { get; }

    public Box Cells { get; }

    public double Width { get; }

    public bool NewestLeft { get; }

    public int Columns { get; }

    public bool HasRowLabels => CellHeight >= LeastRowWithLabel;

    public double AlertLane => CellsLeft - 4 - (2 * MarkLaneWidth);

    public double StaleLane => CellsLeft - 4 - MarkLaneWidth;

    /// <summary>The width that the names need, at most what the options allow.</summary>
    public static int LabelWidth(GridModel model, GridPictureOptions options)
    {
        double longest = model.Rows.Select(r => SafeText.Width(r.Label, 10)).Concat(model.Groups.Select(g => SafeText.Width(g.Name, 10) + GroupCountWidth)).DefaultIfEmpty(0).Max();
        double leader = RowHeight(model) < LeastRowWithLabel ? LeaderWidth : 0;
        return (int)Math.Min(options.LabelWidth, Math.Max(LeastLabelWidth, longest + leader));
    }

    /// <summary>The width between the margins.</summary>
    public static double ContentWidth(GridModel model, GridPictureOptions options)
    {
        double cell = Math.Clamp(Math.Floor(TargetWidth / Math.Max(1, model.Columns)), 2, 16);
        return Math.Max(LeastContentWidth, options.LabelWidth + 12 + (2 * MarkLaneWidth) + (model.Columns * cell));
    }

    private static double RowHeight(GridModel model) => Math.Clamp(Math.Floor(TargetHeight / Math.Max(1, model.Rows.Length)), 2, 14);

    /// <summary>The left end of a column of cells; 0 = newest.</summary>
    public double ColumnLeft(int column) => CellsLeft + ((NewestLeft ? column : Columns - 1 - column) * CellWidth);
}

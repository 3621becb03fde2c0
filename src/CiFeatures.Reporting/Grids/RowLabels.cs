namespace CiFeatures.Reporting.Grids;

/// <summary>Which rows are named, and where the names stand.</summary>
internal static class RowLabels
{
    private const double LineHeight = 12;
    private const double NeighbourhoodHeight = 240;
    private const int MostInNeighbourhood = 12;

    /// <summary>The named rows from top to bottom with the middle of each name. Rows of full height are all named, beside their cells.</summary>
    public static List<(int Row, double Middle)> Place(GridModel model, GridLayout layout)
    {
        double half = layout.CellHeight / 2;
        if (layout.HasRowLabels)
        {
            return [.. layout.RowTops.Select((top, row) => (row, top + half))];
        }

        int[] rows = [.. Choose(model, layout).Order()];
        return Spread([.. rows.Select(row => (row, layout.RowTops[row] + half))], layout.Cells.Y + (LineHeight / 2), layout.Cells.Bottom - (LineHeight / 2));
    }

    // Thin rows: those with alerts and the most failures are named; where nothing ever failed, some rows at equal distances.
    private static IEnumerable<int> Choose(GridModel model, GridLayout layout)
    {
        var rowOf = new Dictionary<int, int>();
        for (int row = 0; row < model.Rows.Length; row++)
        {
            foreach (TestFacts test in model.Rows[row].Tests)
            {
                rowOf[test.Index] = row;
            }
        }

        // A bounded number in each neighbourhood keeps names near the rows they name.
        var chosen = new HashSet<int>();
        var neighbours = new Dictionary<int, int>();
        foreach (TestFacts test in TestFacts.WorstFirst(model.Tests.Where(t => t.IsNotable)))
        {
            int row = rowOf[test.Index];
            int neighbourhood = (int)(layout.RowTops[row] / NeighbourhoodHeight);
            int count = neighbours.GetValueOrDefault(neighbourhood);
            if (count < MostInNeighbourhood && chosen.Add(row))
            {
                neighbours[neighbourhood] = count + 1;
            }
        }

        int step = (int)Math.Ceiling(NeighbourhoodHeight / 4 / layout.CellHeight);
        return chosen.Count > 0 ? chosen : Enumerable.Range(0, model.Rows.Length).Where(row => row % step == 0);
    }

    // Names that would touch are put together into blocks, each centred on the rows it names.
    private static List<(int Row, double Middle)> Spread(List<(int Row, double Middle)> wanted, double top, double bottom)
    {
        var blocks = new List<(int First, int Count, double Sum)>();
        for (int i = 0; i < wanted.Count; i++)
        {
            blocks.Add((i, 1, wanted[i].Middle));
            while (blocks.Count > 1 && Start(blocks[^1], top, bottom) < Start(blocks[^2], top, bottom) + (blocks[^2].Count * LineHeight))
            {
                (int first, int count, double sum) = blocks[^2];
                blocks[^2] = (first, count + blocks[^1].Count, sum + blocks[^1].Sum);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        return [.. blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => (wanted[b.First + i].Row, Start(b, top, bottom) + (i * LineHeight))))];
    }

    private static double Start((int First, int Count, double Sum) block, double top, double bottom)
    {
        double height = (block.Count - 1) * LineHeight;
        return Math.Round(Math.Max(top, Math.Min((block.Sum / block.Count) - (height / 2), bottom - height)));
    }
}

using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>Merges columns that have the same name and build.</summary>
internal static class ColumnGrouping
{
    private const string Several = "*";
    private const string Between = "||";

    /// <summary>Merges columns. The merged one stands where the first of them stood.</summary>
    /// <param name="columns">The columns, newest first where only the newest results are to be kept.</param>
    /// <param name="options">The settings.</param>
    public static IReadOnlyList<GridColumn> Group(IEnumerable<GridColumn> columns, ColumnOptions options) =>
        [.. columns.GroupBy(c => (c.Name, c.Build)).Select(g => Merge([.. g], options))];

    /// <summary>The largest hint in natural order: what the next reading begins after.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>Empty when there are none.</returns>
    public static string LatestHint(IEnumerable<GridColumn> columns) => columns.Select(c => c.Hint).Max(NaturalOrder.Ascending) ?? "";

    private static GridColumn Merge(GridColumn[] same, ColumnOptions options)
    {
        if (same is [var only])
        {
            return only;
        }

        CellTable cells = new();
        List<string> extra = [.. same[0].Extra];
        for (int i = 0; i < same.Length; i++)
        {
            MergeExtra(extra, same[i].Extra, options.Headings);
            foreach (NamedCell cell in same[i].Cells)
            {
                cells.Add(cell.Row, cell.Cell);
            }
        }

        return same[0] with
        {
            StartedMs = same.Min(c => c.StartedMs),
            Hint = LatestHint(same),
            Extra = extra,
            Cells = options.IgnoreOldResults ? cells.Single(list => list[0]) : cells.Split(),
        };
    }

    private static void MergeExtra(List<string> into, IReadOnlyList<string> from, IReadOnlyList<ColumnHeading> headings)
    {
        for (int i = 0; i < from.Count; i++)
        {
            if (i >= into.Count)
            {
                into.Add(from[i]);
            }
            else if (from[i].Length > 0 && from[i] != into[i])
            {
                into[i] = into[i].Length == 0 ? from[i]
                    : i < headings.Count && headings[i].ListAllValues ? Join(into[i], from[i])
                    : Several;
            }
        }
    }

    private static string Join(string first, string second) =>
        string.Join(Between, first.Split(Between).Concat(second.Split(Between)).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

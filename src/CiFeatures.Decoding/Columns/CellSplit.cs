using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>Gives results of the same name rows of their own.</summary>
internal static class CellSplit
{
    /// <summary>How many results of a name get a row.</summary>
    public const int MaxRows = 20;

    private static readonly ColumnCell Overflow = new(CellStatus.Fail, null, new() { Icon = "...", Message = "Too many duplicately named rows" });

    /// <summary>The first cell keeps the name, the second is "name [1]" and so on; beyond 20 one failing row says that there are more.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cells">The cells of that name.</param>
    public static IEnumerable<NamedCell> Split(string name, IReadOnlyList<ColumnCell> cells)
    {
        for (int i = 0; i < Math.Min(cells.Count, MaxRows); i++)
        {
            yield return new(i == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} [{i}]"), cells[i]);
        }

        if (cells.Count > MaxRows)
        {
            yield return new(name + " [overflow]", Overflow);
        }
    }
}

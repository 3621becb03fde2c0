using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <summary>Names the tests of a grid uniquely and joins the names of several grids.</summary>
internal static class TestAxis
{
    /// <summary>One unique name for each row. Rows of equal names are numbered in their lasting order, so that the published one does not matter.</summary>
    public static string[] NumberedNames(JobGrid grid)
    {
        string[] names = [.. grid.Tests.Select(test => test.Name)];
        HashSet<string> taken = new(names, StringComparer.Ordinal);
        if (taken.Count == names.Length)
        {
            return names;
        }

        IEnumerable<IGrouping<string, int>> repeated = Enumerable.Range(0, names.Length)
            .GroupBy(row => grid.Tests[row].Name, StringComparer.Ordinal)
            .Where(rows => rows.Skip(1).Any())
            .OrderBy(rows => rows.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, int> same in repeated.ToArray())
        {
            int number = 1;
            foreach (int row in same.Order(new LastingRowOrder(grid)).Skip(1))
            {
                // A row may really be called "name #2"; it keeps its name.
                do
                {
                    number++;
                    names[row] = string.Create(CultureInfo.InvariantCulture, $"{same.Key} #{number}");
                }
                while (!taken.Add(names[row]));
            }
        }

        return names;
    }

    /// <summary>All names of all grids, each once, in ordinal order.</summary>
    public static string[] Union(IEnumerable<string[]> names) =>
        [.. names.SelectMany(n => n).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

using System.Globalization;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The tables of <c>docs/published-and-recomputed.md</c>: a line for each thing compared, a column for each release.</summary>
internal sealed class PublishedPage
{
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);

    private PublishedPage()
    {
    }

    public static IReadOnlyList<string> Releases { get; } = ["4.8", "4.7", "4.6"];

    public IReadOnlyCollection<string> Labels => _lines.Keys;

    public static PublishedPage Read()
    {
        var page = new PublishedPage();
        foreach (string line in File.ReadLines(Repository.PathOf("docs", "published-and-recomputed.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
            if (!cells[1..].SequenceEqual(Releases))
            {
                page._lines.Add(cells[0], cells[1..]);
            }
        }

        return page;
    }

    /// <summary>A number of a line, and what it is out of where the page says so.</summary>
    public (int Count, int? Of) At(string label, string release)
    {
        string[] words = _lines[label][Releases.ToList().IndexOf(release)].Split(" of ");
        int[] numbers = [.. words.Select(w => int.Parse(w, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers.Length > 1 ? numbers[1] : null);
    }
}

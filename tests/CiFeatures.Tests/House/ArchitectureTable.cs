using System.Text.RegularExpressions;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary>The table of projects in <c>docs/architecture.md</c>: what each project may use.</summary>
internal static partial class ArchitectureTable
{
    /// <summary>For each project: the projects and the packages that it may use.</summary>
    public static Dictionary<string, (string[] Projects, string[] Packages)> Read()
    {
        var rows = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Repository.PathOf("docs", "architecture.md")))
        {
            // | `src/CiFeatures.Core` | what lives there | projects | packages |
            string[] cells = [.. line.Split('|').Select(c => c.Trim())];
            if (cells.Length == 6 && cells[1].StartsWith("`src/", StringComparison.Ordinal))
            {
                rows.Add(cells[1].Trim('`')["src/".Length..], (Names(cells[3], "CiFeatures."), Names(cells[4], "")));
            }
        }

        return rows;
    }

    private static string[] Names(string cell, string prefix) => [.. Quoted().Matches(cell).Select(m => prefix + m.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}

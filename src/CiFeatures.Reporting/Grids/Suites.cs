using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Grids;

/// <summary>Puts tests together by suite.</summary>
internal static class Suites
{
    private const int MostGroups = 60;
    private const int LongestPrefix = 80;
    private const string NoSuite = "(no suite)";
    private const string Rest = "(other suites)";

    /// <summary>The suite that a name tells: its first <c>[sig-…]</c> tag, else what stands before its first dot when that is one word.</summary>
    public static string Of(string name) =>
        Short(TestNames.Sig(name)) ?? Short(TestNames.Suite(name)) ?? NoSuite;

    /// <summary>Groups by name of suite; the order within a group stays. Only the largest suites have a group of their own.</summary>
    public static List<KeyValuePair<string, List<TestFacts>>> Group(IEnumerable<TestFacts> tests)
    {
        var groups = new Dictionary<string, List<TestFacts>>(StringComparer.Ordinal);
        foreach (TestFacts test in tests)
        {
            string suite = Of(test.Name);
            if (!groups.TryGetValue(suite, out List<TestFacts>? group))
            {
                groups.Add(suite, group = []);
            }

            group.Add(test);
        }

        var bySize = groups.OrderByDescending(g => g.Value.Count).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var kept = bySize.Take(groups.Count > MostGroups ? MostGroups - 1 : MostGroups).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (kept.Count < groups.Count)
        {
            kept.Add(new(Rest, [.. bySize.Skip(kept.Count).SelectMany(g => g.Value)]));
        }

        return kept;
    }

    // A hostile name could fill the picture.
    private static string? Short(string? name) => name is { Length: < LongestPrefix } ? name : null;
}

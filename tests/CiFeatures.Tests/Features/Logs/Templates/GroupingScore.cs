namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>How well groups of lines are those of the truth, as the loghub evaluators define it.</summary>
/// <param name="Accuracy">GA: share of the lines in groups that are exactly a group of the truth.</param>
/// <param name="GroupF1">FGA: harmonic mean of the shares of groups found that are right and of groups of the truth that are found.</param>
internal sealed record GroupingScore(double Accuracy, double GroupF1)
{
    public static GroupingScore Of(IReadOnlyList<string> truth, IReadOnlyList<string> found)
    {
        // Two partitions agree on a group where its lines are the same on both sides.
        Dictionary<string, HashSet<int>> trueGroups = Groups(truth);
        Dictionary<string, HashSet<int>> foundGroups = Groups(found);
        HashSet<int>[] right = [.. foundGroups.Values.Where(g => trueGroups[truth[g.First()]].SetEquals(g))];
        double precision = (double)right.Length / foundGroups.Count;
        double recall = (double)right.Length / trueGroups.Count;
        return new((double)right.Sum(g => g.Count) / truth.Count, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    private static Dictionary<string, HashSet<int>> Groups(IReadOnlyList<string> ids) =>
        ids.Select((id, line) => (id, line)).GroupBy(x => x.id, x => x.line).ToDictionary(g => g.Key, g => g.ToHashSet());
}

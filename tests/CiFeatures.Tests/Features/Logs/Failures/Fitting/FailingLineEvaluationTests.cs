using CiFeatures.Features.Logs.Failures.Fitting;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Failures.Fitting;

/// <summary>What must hold on the labelled pairs, for the weights as shipped and for weights fitted without the scored pair's family.</summary>
public class FailingLineEvaluationTests
{
    [SkippableTheory]
    [InlineData("breakages", true, 0.82)]
    [InlineData("quick_checks", true, 0.75)]
    [InlineData("breakages", false, 0.5)]
    [InlineData("quick_checks", false, 0.5)]
    public void MeanF1_OfAGroup_IsHighEnough(string group, bool compared, double least)
    {
        IReadOnlyList<LabelledPair> pairs = LabelledPairs.Read(SharedData.PathOrSkip("data", "logs", "failing-lines"));

        IReadOnlyList<PairScore> shipped = FailingLineEvaluation.Shipped(pairs, compared);
        IReadOnlyList<PairScore> left = new FailingLineEvaluation(pairs, compared).LeaveFamilyOut();

        int[] members = [.. Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Group == group)];
        members.Average(i => shipped[i].F1).ShouldBeGreaterThan(least, "as shipped");
        members.Average(i => left[i].F1).ShouldBeGreaterThan(least, "with the family left out");
    }

    [SkippableFact]
    public void Families_OfNearRepeats_AreOne()
    {
        IReadOnlyList<LabelledPair> pairs = LabelledPairs.Read(SharedData.PathOrSkip("data", "logs", "failing-lines"));

        int[] families = PairFamilies.Of(pairs);

        // All pairs of this group are builds of one project.
        Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Group == "quick_checks").Select(i => families[i]).Distinct().ShouldHaveSingleItem();
        families.Distinct().Count().ShouldBeInRange(8, 18);
    }
}

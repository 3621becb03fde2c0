using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Terms;

namespace CiFeatures.Tests.Features.Logs.Terms;

public class TermMatrixTests
{
    [Fact]
    public void Build_ThreeLogs_GivesTheWeightsOfTheFormula()
    {
        TermMatrix matrix = Matrix(0, ("a", "pull image pull"), ("b", "pull failed"), ("c", "nothing here"));

        matrix.Terms.ShouldBe(["failed", "here", "image", "nothing", "pull"]);
        double pull = 2 * (Math.Log(4.0 / 3) + 1);
        double image = Math.Log(4.0 / 2) + 1;
        double length = Math.Sqrt((pull * pull) + (image * image));
        matrix.Rows[0].Weights[0].ShouldBe(image / length, 1e-15);
        matrix.Rows[0].Weights[1].ShouldBe(pull / length, 1e-15);
        matrix.Rows[0].Counts.ToArray().ShouldBe([1, 2]);
        LogSimilarity.Nearest(matrix, 1).Select(p => (p.Log, p.Other)).ShouldBe([("a", "b"), ("b", "a"), ("c", "a")]);
        matrix.ToTable().RowCount.ShouldBe(6);
    }

    [Theory]
    [InlineData(0.5, new[] { "pull" })]
    [InlineData(2, new[] { "pull" })]
    [InlineData(0.3, new[] { "failed", "here", "image", "nothing", "pull" })]
    public void Build_MinDf_KeepsTermsOfEnoughLogs(double minDf, string[] kept) =>
        Matrix(minDf, ("a", "pull image pull"), ("b", "pull failed"), ("c", "nothing here")).Terms.ShouldBe(kept);

    [Fact]
    public void Build_NoTermInEnoughLogs_Tells() =>
        Should.Throw<CiFeaturesException>(() => Matrix(5, ("a", "pull"))).Code.ShouldBe("CIF1341");

    [Fact]
    public void Add_MoreTermsThanAllowed_AreCountedAndLeftOut()
    {
        var builder = new TermMatrixBuilder(new TermOptions { MinDf = 0, MaxTerms = 2 });
        builder.Add("a", "one", 1);
        builder.Add("a", "two", 1);
        builder.Add("b", "three", 5);
        builder.LeftOut.ShouldBe(5);
        builder.Build().Terms.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Find_TwoKindsOfLogs_GivesTwoGroupsAndWhatSetsThemApart()
    {
        TermMatrix matrix = Matrix(0, [.. Enumerable.Range(0, 12).Select(i => ($"log-{i}", i % 3 == 0 ? $"lease timed out quota run{i}" : $"tests passed upload done run{i}"))]);
        foreach (int? k in new int?[] { 2, null })
        {
            LogClustering found = LogClusters.Find(matrix, k, seed: 1, marks: 4);
            found.Clusters.Select(c => c.Members.Count).ShouldBe([8, 4]);
            found.Clusters[1].Members.Select(m => m % 3).Distinct().ShouldBe([0]);
            found.Clusters[1].Marks.Select(m => m.Term).Order().ShouldBe(["lease", "out", "quota", "timed"]);
            found.Silhouette.ShouldNotBeNull().ShouldBeGreaterThan(0.3);
            found.Inertia.ShouldBe(LogClusters.Find(matrix, k, seed: 1).Inertia, "the same seed gives the same groups");
        }
    }

    [Fact]
    public void Find_MoreGroupsThanLogs_Tells() =>
        Should.Throw<CiFeaturesException>(() => LogClusters.Find(Matrix(0, ("a", "pull image")), 2)).Code.ShouldBe("CIF1342");

    private static TermMatrix Matrix(double minDf, params (string Log, string Text)[] logs)
    {
        var builder = new TermMatrixBuilder(new TermOptions { MinDf = minDf });
        foreach ((string log, string text) in logs)
        {
            builder.AddWords(log, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        return builder.Build();
    }
}

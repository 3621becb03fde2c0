using CiFeatures.Core.Errors;
using CiFeatures.Features.Judgement;
using CiFeatures.Tests.Core.Tensors;

namespace CiFeatures.Tests.Features.Judgement;

public class RowFilterTests
{
    [SkippableFact]
    public void Keeps_PeerIncludeCases_Agree() => CaseFile.RunAll("tab.includeRows", test => Check(test, "include"));

    [SkippableFact]
    public void Keeps_PeerExcludeCases_Agree() => CaseFile.RunAll("tab.excludeRows", test => Check(test, "exclude"));

    [Fact]
    public void Parse_BaseOptions_TakesEveryFilter()
    {
        RowFilter filter = RowFilter.Parse("width=10&exclude-filter-by-regex=Monitor%20cluster&include-filter-by-regex=e2e&exclude-filter-by-regex=%5Eold+");

        filter.Keeps("e2e test").ShouldBeTrue();
        filter.Keeps("unit test").ShouldBeFalse();
        filter.Keeps("e2e Monitor cluster").ShouldBeFalse();
        filter.Keeps("old e2e").ShouldBeFalse();
    }

    [Theory]
    [InlineData("%z")]
    [InlineData("exclude-filter-by-regex=this.%28")]
    [InlineData(@"include-filter-by-regex=(a)\1")]
    public void Parse_BadOptions_AreRefused(string options) =>
        Should.Throw<CiFeaturesException>(() => RowFilter.Parse(options)).Code.ShouldBe("CIF1303");

    [Fact]
    public void Judge_FilteredRow_CountsForNothing()
    {
        var grid = TestGrids.Grid(["3", "2", "1"], [3, 2, 1], ("good", [1, 1, 1]), ("noise", [12, 12, 12]));

        JobJudgement judgement = JobJudge.Judge(grid, new JudgementOptions { Rows = new RowFilter([], ["^noise$"]) });

        judgement.OverallStatusName.ShouldBe("PASSING");
        judgement.Metrics.ShouldBe(new GridMetrics(3, 3, 0, 3, 3));
        judgement.OpenAlerts.ShouldBe(0);
        judgement.Alerts[1].ShouldNotBeNull();
    }

    private static void Check(System.Text.Json.JsonElement test, string kind)
    {
        string[] patterns = test.Has(kind) ? [test.Text(kind)] : [];
        if (test.Flag("err"))
        {
            Should.Throw<CiFeaturesException>(() => Filter(kind, patterns)).Code.ShouldBe("CIF1303");
            return;
        }

        RowFilter filter = Filter(kind, patterns);
        test.Texts("names").Where(filter.Keeps).ShouldBe(test.Texts("expected"));
    }

    private static RowFilter Filter(string kind, string[] patterns) => kind == "include" ? new RowFilter(patterns, []) : new RowFilter([], patterns);
}

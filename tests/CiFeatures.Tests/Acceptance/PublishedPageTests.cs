using CiFeatures.Features.Judgement;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Acceptance;

/// <summary>Every number in the tables of <c>docs/published-and-recomputed.md</c> is what comes out today.</summary>
public class PublishedPageTests
{
    private const string Jobs = "jobs";
    private const string Figures = "text with figures";
    private const string FiguresOfTheRun = "text with figures, newest run equal";
    private const string TableAlerts = "table alerts in both";
    private const string SummaryAlerts = "summary alerts in both";

    // The page's label, whether tests are filtered, what is counted, and what it is out of.
    private static readonly (string Label, bool Filtered, string Count, string? Of)[] Lines =
    [
        ("newest run", false, "newest run equal", Jobs),
        ("recent columns, all tests", false, "text columns equal", Figures),
        ("recent columns, filtered", true, "text columns equal", Figures),
        ("recent columns, filtered, by the rule of 2020", true, "text columns equal when flaky hinders", Figures),
        ("cells, all tests", false, "text cells equal", Figures),
        ("cells, filtered", true, "text cells equal", Figures),
        ("whole status text, all tests", false, "text equal", Figures),
        ("whole status text, filtered", true, "text equal", Figures),
        ("whole status text, filtered, same newest run", true, "text equal, newest run equal", FiguresOfTheRun),
        ("cells, filtered, same newest run", true, "text cells equal, newest run equal", FiguresOfTheRun),
        ("overall status, all tests", false, "overall equal", Jobs),
        ("overall status, filtered", true, "overall equal", Jobs),
        ("latest green as the first custom header, filtered", true, "latest green equal", Jobs),
        ("published", false, "table alerts published", null),
        ("recomputed", false, "table alerts recomputed", null),
        ("in both", false, TableAlerts, null),
        ("only recomputed, stale tests", false, "table alerts only recomputed, stale row", null),
        ("only recomputed, other tests", false, "table alerts only recomputed, recent row", null),
        ("fail count equal", false, "table alerts: fail count equal", TableAlerts),
        ("fail count equal, by the rule of 2020", false, "table alerts: fail count equals the streak", TableAlerts),
        ("first fail equal", false, "table alerts: first fail equal", TableAlerts),
        ("last pass equal", false, "table alerts: last pass equal", TableAlerts),
        ("message equal", false, "table alerts: message equal", TableAlerts),
        ("listed", false, "summary alerts published", null),
        ("recomputed and listed", false, SummaryAlerts, null),
        ("recomputed and not listed, all tests", false, "summary alerts only recomputed, recent row", null),
        ("recomputed and not listed, filtered", true, "summary alerts only recomputed, recent row", null),
        ("fail count equal to the listed", false, "summary alerts: fail count equal", SummaryAlerts),
        ("fail count equal to the listed, by the rule of 2020", false, "summary alerts: fail count equals the streak", SummaryAlerts),
        ("first fail equal to the listed", false, "summary alerts: first fail equal", SummaryAlerts),
        ("last pass equal to the listed", false, "summary alerts: last pass equal", SummaryAlerts),
    ];

    private readonly PublishedPage _page = PublishedPage.Read();

    [Fact]
    public void Page_EveryLine_IsChecked()
    {
        _page.Labels.ShouldBe([.. Lines.Select(l => l.Label), PublishedFeaturesTests.LatestGreenBuild], ignoreOrder: true);
    }

    [SkippableTheory]
    [InlineData("4.8")]
    [InlineData("4.7")]
    [InlineData("4.6")]
    public void Page_Numbers_AreThoseOfTheJudgement(string release)
    {
        PublishedComparison[] found = PublishedComparison.Of(release + "GA", null, RowFilter.OpenShift);

        foreach ((string label, bool filtered, string count, string? of) in Lines)
        {
            PublishedComparison comparison = found[filtered ? 1 : 0];
            (int Count, int? Of) expected = (comparison[count], of is null ? null : comparison[of]);
            _page.At(label, release).ShouldBe(expected, label);
        }
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class ResultCaseTests
{
    [SkippableFact]
    public void Coalesce_PeerCases_Agree() => CaseFile.RunAll(
        "result.coalesce",
        test => StatusRules.Coalesce(test.Status("status"), test.Flag("ignoreRunning")).ShouldBe(test.Status("expected")));

    [SkippableFact]
    public void Coalesce_PeerSummaryCases_Agree() => CaseFile.RunAll(
        "result.coalesceResult",
        test => StatusRules.Coalesce(test.Status("result"), test.Flag("running")).ShouldBe(test.Status("expected")));

    [SkippableFact]
    public void IsFailing_PeerCases_Agree() => CaseFile.RunAll(
        "result.failing",
        test => CellStatuses.IsFailing(test.Status("status")).ShouldBe(test.Flag("expected")));

    [SkippableFact]
    public void IsPassing_PeerCases_Agree() => CaseFile.RunAll(
        "result.passing",
        test => CellStatuses.IsPassing(test.Status("status")).ShouldBe(test.Flag("expected")));

    [SkippableFact]
    public void IsIgnored_PeerCases_Agree() => CaseFile.RunAll(
        "result.ignored",
        test => StatusRules.IsIgnored(test.Status("status"), CaseJson.Ignored(test.At("opts"))).ShouldBe(test.Flag("expected")));
}

using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;

namespace CiFeatures.Tests.Decoding.Columns;

public class StatusRulesTests
{
    private static readonly JUnitCase Broken = new() { Suite = "suite", Name = "case", Status = JUnitStatus.Error, Message = "lost connection" };

    [Theory]
    [InlineData(StatusSubject.Name, StatusOperator.Equal, "suite.case", 0, true)]
    [InlineData(StatusSubject.Name, StatusOperator.StartsWith, "suite.case and more", 0, true)]
    [InlineData(StatusSubject.Name, StatusOperator.StartsWith, "suite", 0, false)]
    [InlineData(StatusSubject.Errors, StatusOperator.Equal, "", 1, true)]
    [InlineData(StatusSubject.Errors, StatusOperator.Contains, "", 1, false)]
    [InlineData(StatusSubject.Failures, StatusOperator.NotEqual, "", 0, false)]
    [InlineData(StatusSubject.Exception, StatusOperator.Contains, "connection", 0, true)]
    [InlineData(StatusSubject.Exception, StatusOperator.Matches, "^lost", 0, true)]
    [InlineData(StatusSubject.Property, StatusOperator.NotEqual, "x", 0, false)]
    public void Apply_OneComparison_FitsOrNot(StatusSubject subject, StatusOperator op, string text, double number, bool fits) =>
        new StatusRules([new(CellStatus.CategorizedFail, [new(subject, op, text, number, "missing")])]).Apply(Broken)
            .ShouldBe(fits ? CellStatus.CategorizedFail : null);

    [Fact]
    public void Apply_SeveralRules_FirstThatFitsHolds()
    {
        StatusRules rules = new(
        [
            new(CellStatus.TimedOut, [new(StatusSubject.Name, StatusOperator.Contains, "case"), new(StatusSubject.Failures, StatusOperator.Equal, "", 1)]),
            new(CellStatus.CategorizedAbort, [new(StatusSubject.Name, StatusOperator.Contains, "case")]),
            new(CellStatus.Unknown, []),
        ]);
        rules.Apply(Broken).ShouldBe(CellStatus.CategorizedAbort);
        rules.Apply(Broken with { Name = "other" }).ShouldBe(CellStatus.Unknown);
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Features.Grid;

namespace CiFeatures.Tests.Features.Grid;

public class OverallRowTests
{
    private const float Absent = float.NaN;

    [Theory]
    [InlineData("Overall", true)]
    [InlineData("periodic-ci-e2e.Overall", true)]
    [InlineData("operator.Overall status", false)]
    [InlineData("overall", false)]
    [InlineData("NotOverall", false)]
    public void IsOverall_Names_AreToldApart(string name, bool expected)
    {
        OverallRow.IsOverall(name).ShouldBe(expected);
    }

    [Fact]
    public void Status_BothRows_TakesTheNewerNameAndFillsItsGapsWithTheOlder()
    {
        OverallRow row = OverallRow.Find(HandGrids.Grid("j", (HandGrids.Row("t"), "PPPP"), (HandGrids.Row("Overall"), "P.PF"), (HandGrids.Row("j.Overall"), "FK..")));

        Enumerable.Range(0, 4).Select(row.Status).ShouldBe([CellStatus.Fail, CellStatus.Flaky, CellStatus.Pass, CellStatus.Fail]);
    }

    [Fact]
    public void Status_NoRow_IsNull_AndABlankOneIsNoResult()
    {
        OverallRow.Find(HandGrids.Grid("j", (HandGrids.Row("t"), "P"))).Status(0).ShouldBeNull();
        OverallRow.Find(HandGrids.Grid("j", (HandGrids.Row("Overall"), "."))).Status(0).ShouldBe(CellStatus.NoResult);
    }

    // Both have a duration everywhere but in the last runs: the row that gives the verdict counts, else the one that has any.
    [Fact]
    public void DurationMinutes_BothRows_IsThatOfTheRowWhichGivesTheVerdict()
    {
        OverallRow row = OverallRow.Find(HandGrids.Grid(
            "j",
            (HandGrids.Row("Overall", 1, 2, 3, 4, Absent), "PPPPP"),
            (HandGrids.Row("j.Overall", 10, 20, Absent, -1, Absent), "F.FFF")));

        Enumerable.Range(0, 5).Select(row.DurationMinutes).ShouldBe([10.0, 2.0, 3.0, 4.0, null]);
    }
}

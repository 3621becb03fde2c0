using CiFeatures.Features.Grid;

namespace CiFeatures.Tests.Features.Grid;

public class RunChangesTests
{
    [Fact]
    public void Of_OneTest_ComparesWithTheNearestOlderResult()
    {
        RunChanges changes = RunChanges.Of(HandGrids.Grid("j", (HandGrids.Row("t"), "P.FR.PKFP")));

        changes.FixedTests.ShouldBe([1, 0, 0, 0, 0, 0, 0, 0, 0]);
        changes.BrokenTests.ShouldBe([0, 0, 1, 0, 0, 0, 0, 1, 0]);
        changes.FailingBefore.ShouldBe([1, 0, 0, 0, 0, 0, 1, 0, 0]);
    }

    [Fact]
    public void Of_SeveralTests_CountsThemRunByRun()
    {
        RunChanges changes = RunChanges.Of(HandGrids.Grid("j", (HandGrids.Row("a"), "PF"), (HandGrids.Row("b"), "PF"), (HandGrids.Row("c"), "FF"), (HandGrids.Row("d"), "FP"), (HandGrids.Row("e"), ".F")));

        changes.FixedTests.ShouldBe([2, 0]);
        changes.BrokenTests.ShouldBe([1, 0]);
        changes.FailingBefore.ShouldBe([3, 0]);
    }

    [Theory]
    [InlineData("FFFF", new[] { 1, 1, 0, 0 })]
    [InlineData("F.FRF", new[] { 1, 0, 0, 0, 0 })]
    [InlineData("FFKFF", new[] { 0, 0, 0, 0, 0 })]
    [InlineData("PFFF", new[] { 0, 1, 0, 0 })]
    [InlineData(".FFF", new[] { 0, 1, 0, 0 })]
    public void Of_FailuresInARow_ArePersistentFromTheThirdOn(string cells, int[] persistent)
    {
        RunChanges.Of(HandGrids.Grid("j", (HandGrids.Row("t"), cells))).PersistentFails.ShouldBe(persistent);
    }
}

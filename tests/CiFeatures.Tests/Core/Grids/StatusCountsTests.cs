using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class StatusCountsTests
{
    [Fact]
    public void Of_EveryCodeOnce_PutsEachIntoItsClass()
    {
        StatusCounts counts = StatusCounts.Of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

        counts.Cells.ShouldBe(16);
        counts.NoResult.ShouldBe(1);
        counts.Pass.ShouldBe(4);
        counts.Fail.ShouldBe(5);
        counts.Flaky.ShouldBe(1);
        counts.Unknown.ShouldBe(4);
        counts.Running.ShouldBe(1);
        counts.Decided.ShouldBe(10);
    }

    [Fact]
    public void PassRatio_OnlyBlankAndRunningCells_IsNullNotZero()
    {
        StatusCounts counts = StatusCounts.Of([0, 0, 4, 4, 6]);

        counts.PassRatio.ShouldBeNull();
        counts.FailRatio.ShouldBeNull();
        counts.Filled.ShouldBe(3);
    }

    [Fact]
    public void AddCodes_CodeBeyondTheLast_CountsAsUnknown()
    {
        StatusCounts.Of([16, 255]).Unknown.ShouldBe(2);
    }

    [Fact]
    public void Add_TwoParts_EqualsTheWhole()
    {
        byte[] cells = [.. Enumerable.Range(0, 160).Select(i => (byte)(i * 7 % 16))];
        StatusCounts sum = StatusCounts.Of(cells.AsSpan(0, 33));
        sum.Add(StatusCounts.Of(cells.AsSpan(33)));

        sum.ByCode.ToArray().ShouldBe(StatusCounts.Of(cells).ByCode.ToArray());
        sum.Decided.ShouldBe(cells.Count(c => CellStatuses.Class((CellStatus)c) is StatusClass.Pass or StatusClass.Fail or StatusClass.Flaky));
    }

    [Fact]
    public void OfColumns_Block_EqualsTheCountsDownEachColumn()
    {
        byte[] cells = [.. Enumerable.Range(0, 7 * 5).Select(i => (byte)(i * 11 % 18))];

        StatusCounts[] columns = StatusCounts.OfColumns(cells, 5);

        columns.Length.ShouldBe(5);
        for (int column = 0; column < 5; column++)
        {
            StatusCounts expected = StatusCounts.Of([.. cells.Where((_, i) => i % 5 == column)]);
            columns[column].ByCode.ToArray().ShouldBe(expected.ByCode.ToArray());
            Enum.GetValues<StatusClass>().ShouldAllBe(c => columns[column][c] == expected[c]);
            columns[column].Cells.ShouldBe(7);
        }
    }

    [Fact]
    public void OfColumns_NoRowsOrNoColumns_HasZeros()
    {
        StatusCounts.OfColumns([], 3).Select(c => c.Cells).ShouldBe([0, 0, 0]);
        StatusCounts.OfColumns([], 0).ShouldBeEmpty();
    }
}

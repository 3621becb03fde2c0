using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Columns;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Decoding.Columns;

public class CellMergeTests
{
    private static readonly Gen<ColumnCell> AnyCell =
        from status in Gen.Choose(0, CellStatuses.Count - 1)
        from minutes in Gen.Choose(-1, 8)
        from message in Gen.Elements("", "a", "b")
        from issue in Gen.Elements("", "1", "2")
        select new ColumnCell((CellStatus)status, minutes < 0 ? null : minutes, new() { Message = message, Issues = issue.Length == 0 ? [] : [issue] });

    // Which message is kept depends on the order in TestGrid as well: cells milder than the first one have no say.
    [Fact]
    public void Merge_AnyOrder_GivesTheSameStatusShareDurationAndIssues() =>
        Prop.ForAll(AnyCell.NonEmptyListOf().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (cells, seed) =>
        {
            ColumnCell[] shuffled = [.. cells];
            new System.Random(seed).Shuffle(shuffled);
            ColumnCell merged = CellMerge.Merge(true, [.. cells]);
            ColumnCell other = CellMerge.Merge(true, shuffled);
            return merged.Status == other.Status && merged.Detail.Icon == other.Detail.Icon && merged.Minutes == other.Minutes && merged.Detail.Issues.SequenceEqual(other.Detail.Issues);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_MildCellsAfterAWorseFirstOne_KeepNoMessage() =>
        CellMerge.Merge(true, [new(CellStatus.Fail, null, CellDetail.None), new(CellStatus.Pass, null, new() { Message = "fine" })])
            .Detail.Message.ShouldBe("1/2 runs passed");
}

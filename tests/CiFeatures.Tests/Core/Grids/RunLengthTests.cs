using CiFeatures.Core.Grids;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Core.Grids;

public class RunLengthTests
{
    [Fact]
    public void Expand_CountOfABillion_FillsTheRoomAndNoMore()
    {
        byte[] cells = [9, 9, 9];

        RunLength.Expand([1, 1, 12, 1_000_000_000], cells).ShouldBe(3);

        cells.ShouldBe([1, 12, 12]);
        RunLength.CountCells([1, 1, 12, 1_000_000_000]).ShouldBe(1_000_000_001);
    }

    [Fact]
    public void CountCells_SumBeyondInt32_DoesNotOverflow()
    {
        int[] pairs = [1, int.MaxValue, 2, int.MaxValue, 3, int.MaxValue];

        RunLength.CountCells(pairs).ShouldBe(3L * int.MaxValue);
        RunLength.TryDecode(pairs, 1000, out byte[] cells).ShouldBeFalse();
        cells.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Expand_CountNotPositive_YieldsNothing(int count)
    {
        byte[] cells = [9, 9];

        RunLength.Expand([1, 1, 12, count, 13, 1], cells).ShouldBe(2);

        cells.ShouldBe([1, 13]);
        RunLength.CountCells([1, 1, 12, count, 13, 1]).ShouldBe(2);
    }

    [Fact]
    public void Expand_TooFewCells_LeavesTheOldEndBlank()
    {
        byte[] cells = [9, 9, 9];

        RunLength.Expand([1, 2], cells).ShouldBe(2);

        cells.ShouldBe([1, 1, 0]);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(-1)]
    [InlineData(256)]
    [InlineData(int.MaxValue)]
    public void Expand_CodeOutsideTheSixteen_BecomesUnknown(int value)
    {
        byte[] cells = new byte[1];

        RunLength.Expand([value, 1], cells);

        cells[0].ShouldBe((byte)CellStatus.Unknown);
    }

    [Fact]
    public void Expand_OddLength_DependsOnTheVariant()
    {
        byte[] cells = new byte[3];

        RunLength.Expand([1, 3, 12], cells, RunLengthVariant.Summarizer).ShouldBe(3);
        RunLength.Expand([1, 3, 12], cells, RunLengthVariant.Api).ShouldBe(0);
        cells.ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Walk_AfterTheEnd_IsNoResultAndStaysThere()
    {
        RunLengthWalk walk = RunLength.Walk([1, 1]);

        walk.MoveNext().ShouldBeTrue();
        walk.Current.ShouldBe(CellStatus.Pass);
        walk.MoveNext().ShouldBeFalse();
        walk.MoveNext().ShouldBeFalse();
        walk.Current.ShouldBe(CellStatus.NoResult);
    }

    [Fact]
    public void Encode_AnyCells_GivesMaximalRunsThatDecodeToTheSame()
    {
        Gen<byte[]> grids = Gen.ArrayOf(Gen.Choose(0, 15).Select(c => (byte)(c / 5)));
        Prop.ForAll(grids.ToArbitrary(), cells =>
        {
            int[] pairs = RunLength.Encode(cells);
            RunLength.TryDecode(pairs, cells.Length, out byte[] decoded).ShouldBeTrue();
            decoded.ShouldBe(cells);
            for (int i = 2; i < pairs.Length; i += 2)
            {
                pairs[i].ShouldNotBe(pairs[i - 2]);
                pairs[i + 1].ShouldBeGreaterThan(0);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Expand_AnyPairs_AgreesWithOneCellAtATime()
    {
        Gen<int[]> lists = Gen.ArrayOf(Gen.Choose(-3, 20));
        Prop.ForAll(lists.ToArbitrary(), pairs =>
        {
            byte[] cells = new byte[25];
            int expanded = RunLength.Expand(pairs, cells);
            List<byte> walked = [];
            foreach (CellStatus status in RunLength.Walk(pairs))
            {
                walked.Add((byte)status);
            }

            walked.Count.ShouldBe((int)RunLength.CountCells(pairs));
            expanded.ShouldBe(Math.Min(walked.Count, cells.Length));
            cells.ShouldBe([.. walked.Concat(new byte[25]).Take(25)]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Append_SameStatusTwice_GrowsTheLastPair()
    {
        List<int> pairs = [];

        RunLength.Append(pairs, CellStatus.Pass, 1);
        RunLength.Append(pairs, CellStatus.Pass, 2);
        RunLength.Append(pairs, CellStatus.Fail, 1);
        RunLength.Append(pairs, CellStatus.Pass, 1);

        pairs.ShouldBe([1, 3, 12, 1, 1, 1]);
        Should.Throw<ArgumentException>(() => RunLength.Append([1], CellStatus.Pass, 1));
    }
}

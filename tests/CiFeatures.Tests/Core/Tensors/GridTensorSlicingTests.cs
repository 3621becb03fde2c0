using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Tensors;

namespace CiFeatures.Tests.Core.Tensors;

public class GridTensorSlicingTests
{
    private static readonly JobGrid Grid = new(
        TestGrids.Key,
        new GridInfo(),
        [new TestRow { Name = "a", DurationMinutes = [1, float.NaN, 3] }, new TestRow { Name = "b" }, new TestRow { Name = "c" }],
        new RunAxis(["3", "2", "1"], [3000, 0, 1000], [], []),
        [1, 12, 13, 3, 0, 4, 9, 1, 1]);

    private static readonly GridTensor Tensor = GridTensor.FromGrids([KeyValuePair.Create("x", Grid), KeyValuePair.Create("y", TestGrids.Permute(Grid, [2, 0, 1]))]);

    [Fact]
    public void SliceTests_Range_TakesThose()
    {
        GridTensor slice = Tensor.SliceTests(1..);

        slice.Tests.ShouldBe(["b", "c"]);
        slice.Status.ToArray().ShouldBe([3, 0, 4, 9, 1, 1, 3, 0, 4, 9, 1, 1]);
        slice.HasDurations.ShouldBeTrue();
        slice.DurationMinutes().ShouldAllBe(d => float.IsNaN(d));
    }

    [Fact]
    public void SliceTests_Names_ComeInTheAxisOrder()
    {
        GridTensor slice = Tensor.SliceTests(["c", "a", "c"]);

        slice.Tests.ShouldBe(["a", "c"]);
        slice.RowDurationMinutes(1, 0).ToArray().ShouldBe([1, float.NaN, 3]);
    }

    [Fact]
    public void SliceRuns_Range_TakesTheNewest()
    {
        GridTensor slice = Tensor.SliceRuns(..2);

        slice.Builds().ShouldBe(["3", "2"]);
        slice.Status.ToArray().ShouldBe([1, 12, 3, 0, 9, 1, 1, 12, 3, 0, 9, 1]);
    }

    [Fact]
    public void SliceTime_Window_LeavesOutUnknownTimesAndTheEnd()
    {
        DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

        Tensor.SliceTime(At(0), At(3000)).Builds().ShouldBe(["1"]);
        Tensor.SliceTime(At(1000), At(3001)).Builds().ShouldBe(["3", "1"]);
        Tensor.SliceTime(At(5000), At(6000)).CellCount.ShouldBe(0);
    }

    [Fact]
    public void SliceSnapshot_ById_KeepsTheAxes()
    {
        GridTensor slice = Tensor.SliceSnapshot("y");

        slice.Snapshots.ShouldBe(["y"]);
        slice.Status.ToArray().ShouldBe(Tensor.SliceSnapshot(1).Status.ToArray());
        slice.Tests.ShouldBe(Tensor.Tests);
    }

    [Fact]
    public void Slice_WhatIsNotThere_IsRefused()
    {
        Should.Throw<CiFeaturesException>(() => Tensor.SliceTests(["nobody"])).Code.ShouldBe("CIF1314");
        Should.Throw<CiFeaturesException>(() => Tensor.SliceSnapshot("z")).Place.ShouldBe("z");
        Should.Throw<ArgumentOutOfRangeException>(() => Tensor.SliceSnapshot(2));
        Should.Throw<ArgumentOutOfRangeException>(() => Tensor.SliceRuns(2..5));
    }
}

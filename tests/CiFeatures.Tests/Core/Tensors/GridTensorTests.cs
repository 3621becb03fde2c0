using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Tensors;

namespace CiFeatures.Tests.Core.Tensors;

public class GridTensorTests
{
    [Fact]
    public void FromGrid_OneGrid_SortsTestsAndKeepsRuns()
    {
        GridTensor tensor = GridTensor.FromGrid(TestGrids.Grid(["9", "8"], [2000, 1000], ("b", [12, 0]), ("B", [1, 13]), ("a", [3, 4])), "s1");

        tensor.Snapshots.ShouldBe(["s1"]);
        tensor.Tests.ShouldBe(["B", "a", "b"]);
        tensor.Builds().ShouldBe(["9", "8"]);
        tensor.RunTimesMs().ShouldBe([2000, 1000]);
        tensor.Status.ToArray().ShouldBe([1, 13, 3, 4, 12, 0]);
        tensor.Mask().ShouldBe([true, true, true, true, true, false]);
        tensor.HasDurations.ShouldBeFalse();
        tensor.DurationMinutes().ShouldAllBe(d => float.IsNaN(d));
        tensor.IndexOfTest("b").ShouldBe(2);
        tensor.IndexOfTest("c").ShouldBe(-1);
    }

    [Fact]
    public void FromGrids_TwoSnapshots_AlignsByNameBuildAndTime()
    {
        JobGrid older = TestGrids.Grid(["2", "1"], [2000, 1000], ("gone", [1, 1]), ("stays", [12, 1]));
        JobGrid newer = TestGrids.Grid(["3", "2"], [3000, 2000], ("stays", [1, 12]), ("new", [13, 0]));

        GridTensor tensor = GridTensor.FromGrids([KeyValuePair.Create("s1", older), KeyValuePair.Create("s2", newer)]);

        tensor.Tests.ShouldBe(["gone", "new", "stays"]);
        tensor.Builds().ShouldBe(["3", "2", "1"]);
        tensor.Row(0, 0).ToArray().ShouldBe([0, 1, 1]);
        tensor.Row(0, 1).ToArray().ShouldBe([0, 0, 0]);
        tensor.Row(0, 2).ToArray().ShouldBe([0, 12, 1]);
        tensor.Row(1, 0).ToArray().ShouldBe([0, 0, 0]);
        tensor.Row(1, 1).ToArray().ShouldBe([13, 0, 0]);
        tensor.Row(1, 2).ToArray().ShouldBe([1, 12, 0]);
    }

    [Fact]
    public void FromGrid_EqualBuildAndTime_StayTwoRuns()
    {
        GridTensor tensor = GridTensor.FromGrid(TestGrids.Grid(["1", "1", "1"], [5, 5, 4], ("t", [1, 12, 13])));

        tensor.Runs.ShouldBe([new TensorRun("1", 5, 0), new TensorRun("1", 5, 1), new TensorRun("1", 4, 0)]);
        tensor.Row(0, 0).ToArray().ShouldBe([1, 12, 13]);
    }

    [Fact]
    public void FromGrids_EqualBuildAndTimeInBoth_AreMatchedByOccurrence()
    {
        JobGrid grid = TestGrids.Grid(["", ""], [5, 5], ("t", [1, 12]));

        GridTensor tensor = GridTensor.FromGrids([KeyValuePair.Create("a", grid), KeyValuePair.Create("b", grid)]);

        tensor.Runs.Count.ShouldBe(2);
        tensor.Row(0, 0).ToArray().ShouldBe(tensor.Row(1, 0).ToArray());
    }

    [Fact]
    public void FromGrids_UnknownTimes_StayWhereTheyWerePublished()
    {
        JobGrid first = TestGrids.Grid(["c", "b", "a"], [3000, 0, 1000], ("t", [1, 12, 13]));
        JobGrid second = TestGrids.Grid(["d", "c"], [4000, 3000], ("t", [1, 1]));

        GridTensor.FromGrids([KeyValuePair.Create("1", first), KeyValuePair.Create("2", second)]).Builds().ShouldBe(["d", "c", "b", "a"]);
    }

    [Fact]
    public void FromGrid_RepeatedNames_AreNumberedWhateverTheirOrder()
    {
        (string, byte[])[] rows = [("t", [12, 1]), ("t", [1, 1]), ("t #2", [3, 3]), ("t", [13, 1])];
        GridTensor forth = GridTensor.FromGrid(TestGrids.Grid(["2", "1"], [2, 1], rows));
        GridTensor back = GridTensor.FromGrid(TestGrids.Grid(["2", "1"], [2, 1], [.. rows.Reverse()]));

        forth.Tests.ShouldBe(["t", "t #2", "t #3", "t #4"]);
        forth.Status.ToArray().ShouldBe([1, 1, 3, 3, 12, 1, 13, 1]);
        back.Tests.ShouldBe(forth.Tests);
        back.Status.ToArray().ShouldBe(forth.Status.ToArray());
    }

    [Fact]
    public void FromGrid_CodeBeyondTheList_IsUnknown()
    {
        GridTensor.FromGrid(TestGrids.Grid(["1", "2"], [2, 1], ("t", [200, 16]))).Status.ToArray().ShouldBe([6, 6]);
    }

    [Fact]
    public void Build_TooManyCells_IsRefusedBeforeAllocating()
    {
        JobGrid grid = TestGrids.Grid(["1", "2"], [2, 1], ("t", [1, 1]), ("u", [1, 1]));

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => GridTensor.FromGrid(grid, "s", new GridTensorOptions { MaxCells = 3 }));

        error.Code.ShouldBe("CIF1310");
        error.Message.ShouldContain("has 4 cells");
        error.Place.ShouldBe("dash / job");
    }

    [Fact]
    public void Build_WrongInput_IsRefused()
    {
        JobGrid grid = TestGrids.Grid(["1"], [1], ("t", [1]));
        JobGrid other = new(new JobKey("dash", "other"), grid.Info, grid.Tests, grid.Runs, [1]);

        Should.Throw<CiFeaturesException>(() => new GridTensorBuilder().Build()).Code.ShouldBe("CIF1311");
        Should.Throw<CiFeaturesException>(() => new GridTensorBuilder().Add("s", grid).Add("s", grid)).Code.ShouldBe("CIF1312");
        Should.Throw<CiFeaturesException>(() => new GridTensorBuilder().Add("s", grid).Add("u", other)).Code.ShouldBe("CIF1313");
    }

    [Fact]
    public void FromGrid_Empty_HasNoCells()
    {
        GridTensor tensor = GridTensor.FromGrid(TestGrids.Grid([], []));

        tensor.CellCount.ShouldBe(0);
        tensor.CountStatuses().ShouldHaveSingleItem().Cells.ShouldBe(0);
        tensor.PassRatio()[0].Value.ShouldBeNull();
        tensor.MeanDurationMinutes()[0].Value.ShouldBeNull();
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Core.Tensors;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Core.Tensors;

public class GridTensorPropertyTests
{
    [Fact]
    public void FromGrids_RowsPermuted_GivesTheSameTensor() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        GridTensor one = GridTensor.FromGrid(given.Grid);
        GridTensor other = GridTensor.FromGrid(given.Shuffled);
        other.Tests.ShouldBe(one.Tests);
        other.Runs.ShouldBe(one.Runs);
        other.Status.ToArray().ShouldBe(one.Status.ToArray());
        other.DurationMinutes().ShouldBe(one.DurationMinutes());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromGrids_SameGridTwice_AddsNoRuns() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        GridTensor tensor = GridTensor.FromGrids([KeyValuePair.Create("a", given.Grid), KeyValuePair.Create("b", given.Shuffled)]);
        tensor.Runs.Count.ShouldBe(given.Grid.Runs.Count);
        tensor.Tests.Count.ShouldBe(given.Grid.Tests.Count);
        tensor.SliceSnapshot(0).Status.ToArray().ShouldBe(tensor.SliceSnapshot(1).Status.ToArray());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reductions_EveryAxis_AgreeWithPlainLoops() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        GridTensor tensor = GridTensor.FromGrids([KeyValuePair.Create("a", given.Grid), KeyValuePair.Create("b", given.Shuffled)]);
        foreach (TensorAxis keep in Enum.GetValues<TensorAxis>())
        {
            StatusCounts[] counts = tensor.CountStatuses(keep);
            Ratio[] ratios = tensor.PassRatio(keep);
            MeanOf[] means = tensor.MeanDurationMinutes(keep);
            for (int place = 0; place < counts.Length; place++)
            {
                (CellStatus Status, float Minutes)[] cells = [.. Cells(tensor, keep, place)];
                long Of(StatusClass kind) => cells.LongCount(c => CellStatuses.Class(c.Status) == kind);
                Enum.GetValues<StatusClass>().Select(kind => counts[place][kind]).ShouldBe(Enum.GetValues<StatusClass>().Select(Of));
                counts[place].Cells.ShouldBe(cells.Length);
                ratios[place].ShouldBe(new Ratio(Of(StatusClass.Pass), Of(StatusClass.Pass) + Of(StatusClass.Fail) + Of(StatusClass.Flaky)));
                double[] minutes = [.. cells.Where(c => !float.IsNaN(c.Minutes)).Select(c => (double)c.Minutes)];
                means[place].Count.ShouldBe(minutes.Length);
                means[place].Sum.ShouldBe(minutes.Sum(), 1e-6);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slices_RunsAndTests_HoldTheCellsOfTheGrid() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        GridTensor tensor = GridTensor.FromGrid(given.Shuffled);
        for (int t = 0; t < tensor.Tests.Count; t++)
        {
            int row = given.Grid.Tests.Select(test => test.Name).ToList().IndexOf(tensor.Tests[t]);
            for (int r = 0; r < tensor.Runs.Count; r++)
            {
                tensor.SliceTests(t..(t + 1)).SliceRuns(r..(r + 1)).Status.ToArray().ShouldBe([(sbyte)given.Grid[row, r]]);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<(CellStatus Status, float Minutes)> Cells(GridTensor tensor, TensorAxis keep, int place)
    {
        float[] minutes = tensor.DurationMinutes();
        for (int i = 0; i < tensor.CellCount; i++)
        {
            int run = i % tensor.Runs.Count;
            int test = i / tensor.Runs.Count % tensor.Tests.Count;
            int snapshot = i / tensor.Runs.Count / tensor.Tests.Count;
            int at = keep switch { TensorAxis.Snapshots => snapshot, TensorAxis.Tests => test, TensorAxis.Runs => run, _ => 0 };
            if (at == place)
            {
                yield return ((CellStatus)tensor.Status[i], minutes[i]);
            }
        }
    }
}

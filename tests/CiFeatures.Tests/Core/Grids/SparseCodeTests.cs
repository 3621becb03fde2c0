using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class SparseCodeTests
{
    [SkippableFact]
    public void Inflate_PeerCases_Agree()
    {
        IReadOnlyList<JsonElement> cases = PeerCases.Load("metric.inflate");
        cases.Count.ShouldBe(2);
        foreach (JsonElement peerCase in cases)
        {
            int[] indices = peerCase.Ints("indices");
            double[] columns = new double[SparseCode.CountColumns(indices)];
            SparseCode.Inflate(indices, peerCase.Doubles("values"), columns);
            columns.ShouldBe(peerCase.Doubles("expected"), peerCase.Name());
        }
    }

    [SkippableFact]
    public void Append_PeerCases_Agree()
    {
        IReadOnlyList<JsonElement> cases = PeerCases.Load("metric.append");
        cases.Count.ShouldBe(4);
        foreach (JsonElement peerCase in cases)
        {
            JsonElement metric = peerCase.GetProperty("metric");
            List<int> indices = [.. metric.Ints("indices")];
            List<double> values = [.. metric.Doubles("values")];
            int column = peerCase.TryGetProperty("idx", out JsonElement idx) ? idx.GetInt32() : 0;
            double value = peerCase.TryGetProperty("value", out JsonElement v) ? v.GetDouble() : 0;

            SparseCode.Append(indices, values, column, value);

            indices.ToArray().ShouldBe(peerCase.GetProperty("expected").Ints("indices"), peerCase.Name());
            values.ToArray().ShouldBe(peerCase.GetProperty("expected").Doubles("values"), peerCase.Name());
        }
    }

    [Fact]
    public void Inflate_CodeBeyondTheColumns_KeepsToTheRoom()
    {
        double[] columns = new double[3];

        SparseCode.Inflate([2, 1_000_000_000], [7, 8, 9], columns).ShouldBe(1);

        columns.ShouldBe([double.NaN, double.NaN, 7]);
    }

    [Fact]
    public void Inflate_PairBeforeTheFirstColumn_UsesUpItsValuesOnly()
    {
        double[] columns = new double[2];

        SparseCode.Inflate([-5, 1, 1, 1, 9], [7, 8], columns).ShouldBe(1);

        columns.ShouldBe([double.NaN, 8]);
    }

    [Fact]
    public void Inflate_TooFewValues_LeavesTheRestEmpty()
    {
        double[] columns = new double[3];

        SparseCode.Inflate([0, 3], [7], columns).ShouldBe(1);

        columns.ShouldBe([7, double.NaN, double.NaN]);
        new RowMetric("m", [0, 3], [7]).At(1).ShouldBe(double.NaN);
        new RowMetric("m", [0, 1, 5, 2], [7, 8, 9]).At(6).ShouldBe(9);
        new RowMetric("m", [0, 1, 5, 2], [7, 8, 9]).At(2).ShouldBe(double.NaN);
    }
}

using System.Text.Json;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class RunLengthPeerTests
{
    [SkippableFact]
    public void Expand_CasesOfDecodeRle_AgreeWithTheApiRule()
    {
        IReadOnlyList<JsonElement> cases = PeerCases.Load("rle.decodeRLE");
        cases.Count.ShouldBe(4);
        foreach (JsonElement peerCase in cases)
        {
            int[] pairs = peerCase.Ints("encodedData");
            RunLength.TryDecode(pairs, 100, out byte[] cells, RunLengthVariant.Api).ShouldBeTrue();
            cells.Select(c => (int)c).ShouldBe(peerCase.Ints("expected"), peerCase.Name());
        }
    }

    [SkippableTheory]
    [InlineData("rle.inflateResults", "results", 4)]
    [InlineData("rle.iter", "results", 2)]
    [InlineData("rle.resultIter", "in", 2)]
    public void Expand_CasesOfIterators_AgreeWithTheSummarizerRule(string unit, string field, int count)
    {
        IReadOnlyList<JsonElement> cases = PeerCases.Load(unit);
        cases.Count.ShouldBe(count);
        foreach (JsonElement peerCase in cases)
        {
            CellStatus[] expected = peerCase.Statuses("expected");
            int[] pairs = peerCase.Ints(field);
            RunLength.TryDecode(pairs, 100, out byte[] cells).ShouldBeTrue();
            cells.Select(c => (CellStatus)c).ShouldBe(expected, peerCase.Name());
            Walk(pairs).ShouldBe(expected, peerCase.Name());
        }
    }

    private static CellStatus[] Walk(int[] pairs)
    {
        List<CellStatus> cells = [];
        foreach (CellStatus status in RunLength.Walk(pairs))
        {
            cells.Add(status);
        }

        return [.. cells];
    }
}

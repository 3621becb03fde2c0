using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Features.Extraction;

/// <summary>What a service leaves in a grid that it cut is no result.</summary>
public class TruncatedGridTests
{
    [Fact]
    public void Extract_OldestRunOverwritten_IsInNoCount()
    {
        JobGrid whole = HandGrids.Grid("j", (HandGrids.Row("a"), "PFP"), (HandGrids.Row("b"), "P P"));
        JobGrid cut = Cut(HandGrids.Grid("j", (HandGrids.Row("a"), "PFPU"), (HandGrids.Row("b"), "P PU")), new GridTruncation(GridTruncationKind.OldestRun, "9 byte grid exceeds maximum size of 8 bytes", -1, 3));

        Extracted extracted = Extracted.Of(cut);

        extracted.Job("j")["truncated"].ShouldBe(true);
        extracted.Job("j")["cells_unknown"].ShouldBe(0L);
        extracted.Dump().Replace("truncated=True", "truncated=False", StringComparison.Ordinal).ShouldBe(Extracted.Of(whole).Dump());
    }

    [Fact]
    public void Extract_WholeGridReplaced_HasNoTests()
    {
        JobGrid cut = Cut(HandGrids.Grid("j", (HandGrids.Row("Truncated"), "UU")), new GridTruncation(GridTruncationKind.WholeGrid, "too large", 0, -1));

        Extracted extracted = Extracted.Of(cut);

        extracted.Job("j")["tests"].ShouldBe(0);
        extracted.Job("j")["truncated"].ShouldBe(true);
        extracted.Tables.Records("tests").ShouldBeEmpty();
    }

    private static JobGrid Cut(JobGrid grid, GridTruncation truncation) =>
        new(grid.Key, grid.Info with { Truncations = [truncation] }, [.. grid.Tests], grid.Runs, [.. Enumerable.Range(0, grid.Tests.Count).SelectMany(t => grid.Row(t).ToArray())]);
}

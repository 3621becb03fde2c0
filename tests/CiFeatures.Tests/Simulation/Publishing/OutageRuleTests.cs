using CiFeatures.Simulation.Publishing;

namespace CiFeatures.Tests.Simulation.Publishing;

public class OutageRuleTests
{
    /// <summary>Cells newest first: . none, P pass, S skip, F fail, T timed out, K flaky, R running, U unknown; then count, streak, newest fail, oldest fail, last pass.</summary>
    [Theory]
    [InlineData("FFF", 3, 3, 0, 2, -1)]
    [InlineData("FFFP", 3, 3, 0, 2, 3)]
    [InlineData("R.FUF.TSF", 3, 3, 2, 6, 7)]
    [InlineData("FFKFFF", 5, 3, 0, 5, -1)]
    [InlineData("KFFFKP", 3, 3, 1, 3, -1)]
    [InlineData("....FFFFP", 4, 4, 4, 7, 8)]
    public void Find_OpenOutage_TellsItsEnds(string cells, int count, int streak, int newest, int oldest, int lastPass)
    {
        OutageRule.Find(Codes(cells)).ShouldBe(new RowOutage(count, streak, newest, oldest, lastPass));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("FF")]
    [InlineData("PFFF")]
    [InlineData("FFKFF")]
    [InlineData("FFPFFF")]
    [InlineData("SFFF")]
    public void Find_NoOpenOutage_IsNull(string cells)
    {
        OutageRule.Find(Codes(cells)).ShouldBeNull();
    }

    private static byte[] Codes(string cells) => [.. cells.Select(cell => (byte)(cell switch
    {
        'P' => 1,
        'S' => 3,
        'R' => 4,
        'U' => 6,
        'T' => 9,
        'F' => 12,
        'K' => 13,
        _ => 0,
    }))];
}

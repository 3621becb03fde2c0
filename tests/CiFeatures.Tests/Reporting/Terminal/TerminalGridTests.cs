using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Terminal;

namespace CiFeatures.Tests.Reporting.Terminal;

public class TerminalGridTests
{
    [Fact]
    public void Render_Ascii_ShowsAMarkForEachRun()
    {
        IReadOnlyList<TerminalLine> lines = TerminalGrid.Render(
            SampleGrids.Of(("first", "PFLRU P"), ("second", "PPPPPPP")),
            new TerminalGridOptions { Unicode = false, Order = RowOrder.Published });

        lines[0].ToString().ShouldBe("dashboard / job");
        lines[1].ToString().ShouldBe(". pass 9  X fail 1  ~ flaky 1  o running 1  ? unknown 1  ' ' no result 1");
        lines[3].ToString().ShouldBe("first".PadRight(20) + "   .X~o? .");
        lines[3].Spans.Single(s => s.Text == "X").Color.ShouldBe(TerminalColor.Fail);
        lines[4].Spans[^1].ShouldBe(new TerminalSpan(".......", TerminalColor.Pass));
    }

    [Fact]
    public void Render_OldestLeft_TurnsTheRow()
    {
        TerminalGrid.Render(SampleGrids.Of(("t", "FPP")), new TerminalGridOptions { Unicode = false, NewestLeft = false })[3].ToString().ShouldEndWith("..X");
    }

    [Theory]
    [InlineData(40, 6, true)]
    [InlineData(80, 24, false)]
    [InlineData(200, 50, true)]
    public void Render_AnySize_StaysWithinIt(int width, int height, bool unicode)
    {
        foreach ((int tests, int runs) in new[] { (1, 1), (5, 300), (400, 20), (30, 70) })
        {
            IReadOnlyList<TerminalLine> lines = TerminalGrid.Render(SampleGrids.Chance(tests, runs, seed: 2), new TerminalGridOptions { Width = width, Height = height, Unicode = unicode });

            lines.Count.ShouldBeLessThanOrEqualTo(height);
            lines.ShouldAllBe(l => l.Width <= width);
            (unicode || lines.All(l => l.ToString().All(char.IsAscii))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Render_WhatDoesNotFit_IsCounted()
    {
        string[] lines = [.. TerminalGrid.Render(SampleGrids.Chance(100, 500, seed: 2), new TerminalGridOptions { Height = 12 }).Select(l => l.ToString())];

        lines.ShouldContain(l => l.StartsWith("and 93 more tests", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("of 500 runs", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_HostileNames_MoveNothing()
    {
        IReadOnlyList<TerminalLine> lines = TerminalGrid.Render(
            SampleGrids.Of(("\u001B[2J\r\nx\u202E\u4E2D\u0301\u009B", "PF"), (new string('y', 10_000), "PP")),
            new TerminalGridOptions());

        lines.ShouldAllBe(l => l.Width <= 100);
        lines.SelectMany(l => l.ToString()).ShouldAllBe(c => c >= ' ' && c != '\u007F' && c != '\u202E' && c != '\u009B' && c != '\u4E2D' && c != '\u0301');
    }

    [Fact]
    public void Render_EmptyGrid_SaysSo()
    {
        TerminalGrid.Render(SampleGrids.Of(), new TerminalGridOptions()).Select(l => l.ToString())
            .ShouldBe(["dashboard / job", "This grid is empty: 0 tests, 0 runs."]);
    }

    [Fact]
    public void Marks_Always_AllDiffer()
    {
        foreach (bool unicode in new[] { true, false })
        {
            Enum.GetValues<StatusClass>().Select(s => TerminalMarks.Mark(s, unicode)).Distinct().Count().ShouldBe(6);
        }
    }

    [Fact]
    public void Render_WidthOutOfRange_Throws()
    {
        Should.Throw<CiFeaturesException>(() => TerminalGrid.Render(SampleGrids.Of(("a", "P")), new TerminalGridOptions { Width = 3 })).Code.ShouldBe("CIF1602");
    }
}

using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Tests.Reporting.Statuses;

public class CellMarksTests
{
    [Fact]
    public void Add_EveryClassWithAMark_StaysInTheCellAndDiffers()
    {
        var cell = new Box(10, 20, 12, 8);
        var shapes = new HashSet<string>();
        foreach (StatusClass status in Enum.GetValues<StatusClass>())
        {
            var lines = new List<Segment>();

            CellMarks.Add(status, cell, lines);

            (lines.Count > 0).ShouldBe(CellMarks.HasMark(status), status.ToString());
            lines.ShouldAllBe(s => Inside(cell, s.X1, s.Y1) && Inside(cell, s.X2, s.Y2));
            shapes.Add(string.Join(' ', lines)).ShouldBe(lines.Count > 0 || status == StatusClass.Empty);
        }
    }

    private static bool Inside(Box box, double x, double y) => x > box.X && x < box.Right && y > box.Y && y < box.Bottom;
}

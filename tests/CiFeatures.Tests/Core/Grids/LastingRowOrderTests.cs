using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class LastingRowOrderTests
{
    [Fact]
    public void Rows_EqualNames_AreOrderedByIdThenCellsThenDurationsThenMessages()
    {
        TestRow plain = new() { Name = "t" };
        TestRow[] rows =
        [
            plain with { Messages = ["b"], DurationMinutes = [1] },
            plain with { Messages = ["a"], DurationMinutes = [1] },
            plain,
            plain with { Id = "a" },
            plain,
            plain with { Name = "Z" },
            plain with { Messages = ["a", ""], DurationMinutes = [1] },
        ];
        JobGrid grid = new(new JobKey("d", "j"), new GridInfo(), rows, new RunAxis(["b"], [1], [], []), [1, 1, 12, 0, 1, 13, 1]);

        LastingRowOrder.Rows(grid).ShouldBe([5, 4, 1, 6, 0, 2, 3]);
    }
}

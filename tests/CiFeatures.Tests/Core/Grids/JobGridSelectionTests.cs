using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class JobGridSelectionTests
{
    [Fact]
    public void Select_SomeTestsAndRuns_CutsEveryListToFit()
    {
        JobGrid grid = Grid();

        JobGrid part = grid.Select([1, 0], [0, 2]);

        part.Tests.Select(t => t.Name).ShouldBe(["b", "a"]);
        part.Runs.Builds.ShouldBe(["4", "2"]);
        part.Runs.TimesMs.ToArray().ShouldBe([40, 20]);
        part.Runs.Headers[0].ShouldBe(["h4", "h2"]);
        Convert.ToHexString(part.Statuses).ShouldBe("000C" + "0101");
        part.Tests[0].Messages.ShouldBe(["m2"]);
        part.Tests[1].Messages.ShouldBe(["n4"]);
        part.Tests[1].DurationMinutes.ShouldBe([4f, 2f]);
        part.Tests[1].Metrics[0].Indices.ShouldBe([0, 2]);
        part.Tests[1].Metrics[0].Values.ShouldBe([4.5, 2.5]);
        part.Info.ColumnIds.ValueOr([]).ShouldBe(["i4", "i2"]);
    }

    [Fact]
    public void Select_All_IsAnEqualGrid()
    {
        JobGrid grid = Grid();
        JobGrid all = grid.Select([0, 1], [0, 1, 2, 3]);

        all.Statuses.SequenceEqual(grid.Statuses).ShouldBeTrue();
        all.Tests.ShouldBe(grid.Tests);
        all.Runs.ShouldBeSameAs(grid.Runs);
    }

    [Fact]
    public void Select_WhatDoesNotExistOrIsNotAscending_IsRefused()
    {
        Should.Throw<ArgumentException>(() => Grid().Select([2], [0]));
        Should.Throw<ArgumentException>(() => Grid().Select([0], [4]));
        Should.Throw<ArgumentException>(() => Grid().Select([0], [1, 0]));
        Should.Throw<ArgumentException>(() => Grid().Select([0], [1, 1]));
    }

    private static JobGrid Grid() => new(
        new("d", "j"),
        new GridInfo { ColumnIds = Published<IReadOnlyList<string>>.Of(["i4", "i3", "i2", "i1"]) },
        [
            new TestRow
            {
                Name = "a", Messages = ["n4"], DurationMinutes = [4, 3, 2, 1], Metrics = [new("m", [0, 1, 2, 2], [4.5, 2.5, 1.5])],
            },
            new TestRow { Name = "b", Messages = ["m3", "m2", "m1"] },
        ],
        new(["4", "3", "2", "1"], [40, 30, 20, 10], ["h"], [["h4", "h3", "h2", "h1"]]),
        [1, 0, 1, 1, 0, 12, 12, 1]);
}

using CiFeatures.Core.Summaries;

namespace CiFeatures.Tests.Core.Summaries;

public class StatusTextTests
{
    [Theory]
    [InlineData("4 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells)", 4, 10, 3735, 3747, 0)]
    [InlineData("Tab stats: 4 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells)", 4, 10, 3735, 3747, 0)]
    [InlineData("Tab stats: 0 of 0 (NaN%) recent columns passed (0 of 1 or 0.0% cells). 3 columns ignored", 0, 0, 0, 1, 3)]
    [InlineData("Tab stats: 1 of 2 (50.0%) recent columns passed (1 of 2 or 50.0% cells)\nStatus info: Not enough runs", 1, 2, 1, 2, 0)]
    public void TryParse_KnownForms_GivesTheCounts(string text, int passedColumns, int completedColumns, int passedCells, int filledCells, int ignored)
    {
        StatusText.TryParse(text, out StatusText counts).ShouldBeTrue();

        counts.ShouldBe(new StatusText(passedColumns, completedColumns, passedCells, filledCells, ignored));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no completed results")]
    [InlineData("Newly created tab")]
    [InlineData("Test group does not exist: \"x\"")]
    [InlineData("99999999999 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells)")]
    public void TryParse_OtherTexts_GivesNothing(string? text)
    {
        StatusText.TryParse(text, out StatusText counts).ShouldBeFalse();

        counts.ShouldBe(default);
    }
}

using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Tests.Collection.Store.Manifests;

public class SnapshotIdTests
{
    [Theory]
    [InlineData("2021-07-28T131018Z", 1)]
    [InlineData("2021-07-28T131018Z-2", 2)]
    [InlineData("2021-07-28T131018Z-10", 10)]
    public void TryParse_Id_GivesTimeAndNumber(string text, int number)
    {
        SnapshotId.TryParse(text, out SnapshotId id).ShouldBeTrue();
        id.Created.ShouldBe(new DateTimeOffset(2021, 7, 28, 13, 10, 18, TimeSpan.Zero));
        id.Number.ShouldBe(number);
        id.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("2021-07-28T131018Z-1")]
    [InlineData("2021-07-28T131018Z-02")]
    [InlineData("2021-07-28T131018Z-")]
    [InlineData("2021-07-28T131018Z_2")]
    [InlineData("2021-07-28T131018")]
    [InlineData("2021-02-30T131018Z")]
    [InlineData("2021-07-28T13:10:18Z")]
    [InlineData("../../../x")]
    public void TryParse_AnythingElse_Fails(string? text) => SnapshotId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void First_TimeWithOffsetAndFraction_IsCutToUtcSeconds() =>
        SnapshotId.First(new DateTimeOffset(2021, 7, 28, 15, 10, 18, 999, TimeSpan.FromHours(2))).ToString().ShouldBe("2021-07-28T131018Z");

    [Fact]
    public void Compare_Numbers_AreOrderedAsNumbers()
    {
        SnapshotId.TryParse("2021-07-28T131018Z-10", out SnapshotId ten).ShouldBeTrue();
        SnapshotId.TryParse("2021-07-28T131018Z-9", out SnapshotId nine).ShouldBeTrue();
        SnapshotId.Compare(nine, ten).ShouldBeLessThan(0);
    }
}

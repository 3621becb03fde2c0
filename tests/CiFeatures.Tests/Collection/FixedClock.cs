namespace CiFeatures.Tests.Collection;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2021, 7, 28, 13, 10, 18, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

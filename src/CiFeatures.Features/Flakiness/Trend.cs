namespace CiFeatures.Features.Flakiness;

/// <summary>How a test's flakiness changed from the window before, by TestGrid's published numbers.</summary>
public enum Trend
{
    /// <summary>The test was not in the window before.</summary>
    Unknown = 0,

    /// <summary>The flakiness is the same.</summary>
    NoChange = 1,

    /// <summary>The flakiness rose.</summary>
    Up = 2,

    /// <summary>The flakiness fell.</summary>
    Down = 3,
}

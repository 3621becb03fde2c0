namespace CiFeatures.Features.Flakiness;

/// <summary>Which runs a grid's flakiness is computed over.</summary>
public sealed record FlakinessOptions
{
    /// <summary>Oldest start that counts, milliseconds since 1970 UTC, inclusive; null = no limit.</summary>
    /// <value>Default null. TestGrid looks at seven days; a data set's tests table looks at the whole grid.</value>
    public long? FromMs { get; init; }

    /// <summary>Newest start that counts, milliseconds since 1970 UTC, inclusive; null = no limit.</summary>
    /// <value>Default null.</value>
    public long? ToMs { get; init; }

    /// <summary>Whether a run counts. With a limit set, a run whose start is not known (0) does not.</summary>
    /// <param name="startedMs">The run's start, milliseconds since 1970 UTC; 0 = not known.</param>
    internal bool Contains(long startedMs) =>
        (FromMs is null && ToMs is null)
        || (startedMs != 0 && startedMs >= (FromMs ?? long.MinValue) && startedMs <= (ToMs ?? long.MaxValue));
}

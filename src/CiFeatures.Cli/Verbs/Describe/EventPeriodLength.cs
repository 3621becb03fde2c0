namespace CiFeatures.Cli.Verbs.Describe;

/// <summary>How long a period of a report over time is.</summary>
internal enum EventPeriodLength
{
    /// <summary>An hour, UTC.</summary>
    Hour,

    /// <summary>A day, UTC.</summary>
    Day,
}

namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>What the Kubernetes events of builds say.</summary>
public sealed record EventReport
{
    /// <summary>All builds that were looked at.</summary>
    public required long Builds { get; init; }

    /// <summary>Builds of which it is known whether they have events: the denominator of <see cref="AvailablePct"/>.</summary>
    public required long KnownBuilds { get; init; }

    /// <summary>Builds that have a list of events that is not an empty file.</summary>
    public required long BuildsWithEvents { get; init; }

    /// <summary>Their share in percent; null when it is known of no build.</summary>
    public double? AvailablePct => KnownBuilds == 0 ? null : BuildsWithEvents * 100.0 / KnownBuilds;

    /// <summary>Whether messages were counted with their variants masked.</summary>
    public required bool IsNormalised { get; init; }

    /// <summary>The messages of all builds together.</summary>
    public required MessageStatistics Overall { get; init; }

    /// <summary>The messages of each build whose list could be read, in the order of the builds.</summary>
    public required IReadOnlyList<BuildMessages> PerBuild { get; init; }

    /// <summary>Every message with the number of its events, the most frequent first.</summary>
    public required IReadOnlyList<ValueCount> Messages { get; init; }

    /// <summary>Every reason; an empty text stands for events without one.</summary>
    public required IReadOnlyList<ValueCount> Reasons { get; init; }

    /// <summary>Every component; an empty text stands for events without one.</summary>
    public required IReadOnlyList<ValueCount> Components { get; init; }

    /// <summary>Every type; an empty text stands for events without one.</summary>
    public required IReadOnlyList<ValueCount> Types { get; init; }

    /// <summary>The events of each hour or day that has any, oldest first.</summary>
    public required IReadOnlyList<EventPeriod> Periods { get; init; }

    /// <summary>Events without a time, which are in no period.</summary>
    public required long Undated { get; init; }
}

/// <summary>Messages as pandas describes texts.</summary>
/// <param name="Count">Events.</param>
/// <param name="Unique">Different messages.</param>
/// <param name="Top">The most frequent message, the first in ordinal order among equals; null without events.</param>
/// <param name="Frequency">How many events have it; null without events.</param>
public sealed record MessageStatistics(long Count, long Unique, string? Top, long? Frequency);

/// <summary>The messages of one build.</summary>
/// <param name="Job">The job.</param>
/// <param name="Build">The build's id.</param>
/// <param name="Warnings">Events of type <c>Warning</c>.</param>
/// <param name="Messages">The messages.</param>
public sealed record BuildMessages(string Job, string Build, long Warnings, MessageStatistics Messages);

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How often.</param>
/// <param name="Share">The share of all events, 0 to 1.</param>
public sealed record ValueCount(string Value, long Count, double Share);

/// <summary>The events of one hour or day.</summary>
/// <param name="Start">Its beginning, UTC.</param>
/// <param name="Events">Events that first occurred in it; where only the last time is known, that one counts.</param>
/// <param name="Warnings">Those of type <c>Warning</c>.</param>
public sealed record EventPeriod(DateTimeOffset Start, long Events, long Warnings);

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>What was wrong with the runs of one row: for each kind the first place and how often. Kept until the row's name is known.</summary>
internal struct StatusFaults
{
    /// <summary>Runs with a count of zero or less.</summary>
    public int SkippedRuns;

    /// <summary>Where the first of them is and what it is.</summary>
    public string FirstSkipped;

    /// <summary>Runs with an unknown status.</summary>
    public int UnknownRuns;

    /// <summary>Where the first of them is and what it is.</summary>
    public string FirstUnknown;

    /// <summary>Why the row cannot be read; null when it can.</summary>
    public string? Unreadable;

    /// <summary>Where the reason lies.</summary>
    public string? UnreadablePosition;
}

namespace CiFeatures.Simulation.Measured;

/// <summary>Shares of rows, runs and jobs of each sort.</summary>
/// <remarks>Counted over the same 104 table answers as <see cref="GridMeasures"/>, or over more where a number says so. What says "chosen" was set so that simulated figures come near the counted ones; it was not counted itself.</remarks>
internal static class RowMeasures
{
    /// <summary>Rows with no cell in the newest runs although the runs are whole.</summary>
    public const double CeasedRows = 0.009;

    /// <summary>Rows with no cell in the oldest runs although the runs are whole.</summary>
    public const double NewRows = 0.011;

    /// <summary>Ceased rows that had also begun within the window.</summary>
    public const double CeasedThatWereNew = 0.55;

    /// <summary>Rows that are missing from half or more of the whole runs.</summary>
    public const double SparseRows = 0.009;

    /// <summary>Tests that never pass. Chosen: 0.63 % of recorded rows only fail, but 347 of those 492 have a single cell.</summary>
    public const double AlwaysFailingRows = 0.0003;

    /// <summary>Rows with several results in each run ("3/3"). Chosen for the 0.37 % of passing cells that have them; 1.05 % of recorded rows ever do.</summary>
    public const double RepeatedRows = 0.004;

    /// <summary>Rows whose passing cells have a message (360 of 77,501).</summary>
    public const double TalkingRows = 0.005;

    /// <summary>Chosen: runs with a raised chance of failures, in jobs that have them: failures of sound runs come several at once.</summary>
    public const double StressedRuns = 0.25;

    /// <summary>Chosen: jobs whose failures do not come several at once.</summary>
    public const double EvenJobs = 0.25;

    /// <summary>Chosen: chance that an outage goes on beyond what the job's share of barren runs gives; it grows with that share, up to outages of hundreds of runs.</summary>
    public const double OutageStays = 0.25;

    /// <summary>Barren runs with nothing but the build row. Chosen; 86 of 1,034 recorded ones have at most two rows.</summary>
    public const double EmptyAmongBarren = 0.12;

    /// <summary>Chance that two neighbouring runs have the same time (5 of 22,972).</summary>
    public const double EqualTimes = 0.0002;

    /// <summary>Chance of a column with time 0 and header "missing": seen, but not in these releases.</summary>
    public const double MissingTimes = 0.0001;

    /// <summary>Jobs of a summary with no completed results (7 of 946 summary entries).</summary>
    public const double EmptyJobs = 0.0075;

    /// <summary>Jobs of a summary without a table answer (4 of 108).</summary>
    public const double JobsWithoutTable = 0.037;

    /// <summary>Answers cut by the service's size limit (2 of 818).</summary>
    public const double TruncatedAnswers = 0.0025;

    /// <summary>Names with two blanks in a row (7,608 of 77,501).</summary>
    public const double DoubleBlanks = 0.12;

    /// <summary>Names with a blank at an end (12 of 609,169).</summary>
    public const double OuterBlanks = 0.00002;

    /// <summary>Failing cells whose message holds U+FFFD (58 of 92,000).</summary>
    public const double BrokenText = 0.0007;

    /// <summary>Answers that came from the service's cache.</summary>
    public const double CachedAnswers = 0.1;
}

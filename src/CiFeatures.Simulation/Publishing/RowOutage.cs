namespace CiFeatures.Simulation.Publishing;

/// <summary>An open outage of a row, by TestGrid's alert rule. Columns are counted newest first.</summary>
/// <param name="FailCount">All failing cells that the scan saw.</param>
/// <param name="Streak">Failing cells since the streak was last reset; the service of 2020 published this as the count.</param>
/// <param name="NewestFail">Column of the newest failing cell.</param>
/// <param name="OldestFail">Column of the oldest failing cell of the outage.</param>
/// <param name="LastPass">Column of the nearest pass older than the outage; -1 = never passed in the data.</param>
internal sealed record RowOutage(int FailCount, int Streak, int NewestFail, int OldestFail, int LastPass)
{
    /// <summary>The count that the service of an era publishes.</summary>
    public int PublishedCount(ServiceEra era) => era == ServiceEra.Autumn2020 ? Streak : FailCount;
}

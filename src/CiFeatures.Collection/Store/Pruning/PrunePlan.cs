namespace CiFeatures.Collection.Store.Pruning;

/// <summary>Decides which snapshots stay; touches nothing.</summary>
internal static class PrunePlan
{
    /// <summary>Checks the choice.</summary>
    /// <param name="options">The choice.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It does not say what stays (CIF1214).</exception>
    public static void Check(PruneOptions options)
    {
        if (options.Keep is null && options.KeepWithin is null)
        {
            throw CollectionErrors.PruneChoice("It was not said which snapshots are to stay, so nothing was deleted.");
        }

        if (options.Keep is { } keep and < 1)
        {
            throw CollectionErrors.PruneChoice($"{keep} snapshots were to stay; at least one has to. Nothing was deleted.");
        }

        if (options.KeepWithin is { } within && within <= TimeSpan.Zero)
        {
            throw CollectionErrors.PruneChoice("The time within which snapshots stay has to be more than zero. Nothing was deleted.");
        }

        if (options.IncompleteWithin < TimeSpan.Zero)
        {
            throw CollectionErrors.PruneChoice("The time within which incomplete snapshots stay is negative. Nothing was deleted.");
        }
    }

    /// <summary>Says of each snapshot whether it goes, and why.</summary>
    /// <param name="snapshots">All snapshots, oldest first.</param>
    /// <param name="options">What stays.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<(SnapshotInfo Snapshot, bool Goes, string Reason)> Make(IReadOnlyList<SnapshotInfo> snapshots, PruneOptions options, DateTimeOffset now)
    {
        int newer = snapshots.Count(s => s.State == SnapshotState.Complete);
        foreach (SnapshotInfo s in snapshots)
        {
            TimeSpan age = now - s.Created;
            yield return s switch
            {
                { IsBeingWritten: true } => (s, false, "somebody writes it"),
                { State: SnapshotState.Damaged } => (s, false, "damaged; look at it with 'store verify', then delete its folder"),
                { State: SnapshotState.Incomplete } when !options.Incomplete => (s, false, "incomplete"),
                { State: SnapshotState.Incomplete } when age < options.IncompleteWithin => (s, false, "incomplete, but begun not long ago"),
                { State: SnapshotState.Incomplete } => (s, true, "incomplete, and begun long ago"),
                _ when options.Keep >= newer-- => (s, false, "one of the newest"),
                _ when age <= options.KeepWithin => (s, false, "not old enough"),
                _ => (s, true, "older than those that stay"),
            };
        }
    }
}

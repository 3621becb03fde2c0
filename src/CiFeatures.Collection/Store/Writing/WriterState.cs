namespace CiFeatures.Collection.Store.Writing;

/// <summary>What a writer with a journal begins with.</summary>
/// <param name="Journal">The journal, open for new lines.</param>
/// <param name="Header">Its first line.</param>
/// <param name="Recovered">The bodies that are there already.</param>
internal sealed record WriterState(SnapshotJournal Journal, JournalHeader Header, IReadOnlyList<SnapshotFile> Recovered)
{
    /// <summary>What builds are known not to have.</summary>
    public IReadOnlyList<MissingFile> Missing { get; init; } = [];
}

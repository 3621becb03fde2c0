namespace CiFeatures.Collection.Store;

/// <summary>One thing that is wrong.</summary>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="Path">The file, relative to the snapshot's folder.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Code">The code of the error, such as <c>CIF1209</c>.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record VerificationProblem(string SnapshotId, string Path, VerificationProblemKind Kind, string Code, string Message)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{SnapshotId}/{Path}: {Message} ({Code})";
}

/// <summary>What checking some snapshots found.</summary>
/// <param name="Snapshots">The ids that were checked, oldest first.</param>
/// <param name="Incomplete">Ids of snapshots without a manifest; there is nothing to check them against, and they are no problem.</param>
/// <param name="Files">How many files were checked.</param>
/// <param name="Bytes">How many bytes of bodies, after content decoding, the manifests list.</param>
/// <param name="Problems">Everything that is wrong, in the order of snapshots and paths.</param>
public sealed record VerificationReport(
    IReadOnlyList<string> Snapshots,
    IReadOnlyList<string> Incomplete,
    int Files,
    long Bytes,
    IReadOnlyList<VerificationProblem> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}

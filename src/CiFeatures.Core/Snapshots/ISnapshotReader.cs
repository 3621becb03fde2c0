using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Core.Snapshots;

/// <summary>Gives the decoded contents of one snapshot, job by job, so that memory holds one job at a time.</summary>
/// <remarks>Names come in ordinal order, so that what is computed from a snapshot does not depend on the file system. Safe to call from several threads.</remarks>
public interface ISnapshotReader
{
    /// <summary>The snapshot's id, such as <c>2021-07-28T131018Z</c>.</summary>
    string SnapshotId { get; }

    /// <summary>When the snapshot was made, UTC.</summary>
    DateTimeOffset Created { get; }

    /// <summary>SHA-256 of the manifest's list of files, in hexadecimal: the fingerprint of the contents.</summary>
    string Fingerprint { get; }

    /// <summary>The dashboards in ordinal order.</summary>
    IReadOnlyList<string> Dashboards { get; }

    /// <summary>The jobs of a dashboard that have a table answer, in ordinal order.</summary>
    /// <param name="dashboard">The dashboard.</param>
    IReadOnlyList<string> JobsWithTable(string dashboard);

    /// <summary>The dashboard's summary, or null when the snapshot has none.</summary>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="issues">Gets what was repaired or left out.</param>
    /// <exception cref="CiFeaturesException">The stored answer cannot be read; the place names the file.</exception>
    DashboardSummary? ReadSummary(string dashboard, ICollection<DecodeIssue> issues);

    /// <summary>The decoded grid of a job.</summary>
    /// <param name="key">The dashboard and job; one of those that <see cref="JobsWithTable"/> lists.</param>
    /// <param name="issues">Gets what was repaired or left out.</param>
    /// <exception cref="CiFeaturesException">The stored answer cannot be read; the place names the file.</exception>
    JobGrid ReadGrid(JobKey key, ICollection<DecodeIssue> issues);
}

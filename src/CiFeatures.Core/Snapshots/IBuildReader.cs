using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Core.Snapshots;

/// <summary>Gives the builds of one snapshot, build by build, so that memory holds one build at a time and no log.</summary>
/// <remarks>Safe to call from several threads.</remarks>
public interface IBuildReader
{
    /// <summary>The jobs that have builds, in ordinal order.</summary>
    IReadOnlyList<string> BuildJobs { get; }

    /// <summary>The builds of a job, newest first: ids in natural order, descending.</summary>
    /// <param name="job">The job; one without builds has an empty list.</param>
    IReadOnlyList<string> Builds(string job);

    /// <summary>What is known of a build.</summary>
    /// <param name="key">One of the snapshot's builds.</param>
    /// <param name="issues">Gets what was repaired or left out; a damaged <c>started.json</c>, <c>finished.json</c> or <c>prowjob.json</c> is such an issue and reads as none.</param>
    /// <exception cref="CiFeaturesException">A stored file is missing or holds other bytes than the manifest says; the place names it.</exception>
    BuildRecord ReadBuild(BuildKey key, ICollection<DecodeIssue> issues);

    /// <summary>The test cases of one JUnit file.</summary>
    /// <param name="key">One of the snapshot's builds.</param>
    /// <param name="path">The file's path below the build's folder.</param>
    /// <param name="issues">Gets what was repaired or left out; a file that is no JUnit file is such an issue and has no cases.</param>
    IReadOnlyList<JUnitCase> ReadJUnit(BuildKey key, string path, ICollection<DecodeIssue> issues);

    /// <summary>The events of one event list.</summary>
    /// <param name="key">One of the snapshot's builds.</param>
    /// <param name="path">The file's path below the build's folder.</param>
    /// <param name="issues">Gets what was repaired or left out; a file that is no event list is such an issue and has no events.</param>
    IReadOnlyList<KubernetesEvent> ReadEvents(BuildKey key, string path, ICollection<DecodeIssue> issues);

    /// <summary>The bytes of a stored file after content decoding, as a stream that needs no more memory than a buffer.</summary>
    /// <param name="key">One of the snapshot's builds.</param>
    /// <param name="path">The file's path below the build's folder.</param>
    /// <returns>Null when the snapshot does not have the file.</returns>
    /// <exception cref="CiFeaturesException">Reading ends with one when the bytes are not those of the manifest.</exception>
    Stream? OpenFile(BuildKey key, string path);
}

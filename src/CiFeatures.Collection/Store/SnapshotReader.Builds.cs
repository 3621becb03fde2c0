using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Snapshots;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Collection.Store;

/// <content>The builds of the snapshot. Issues have <see cref="BuildDashboard"/> as dashboard, the job, and a position that begins with build and path.</content>
public sealed partial class SnapshotReader : IBuildReader
{
    private readonly BuildIndex _builds;

    /// <inheritdoc/>
    public IReadOnlyList<string> BuildJobs => _builds.Jobs;

    /// <inheritdoc/>
    public IReadOnlyList<string> Builds(string job) => _builds.Builds(job);

    /// <inheritdoc/>
    public BuildRecord ReadBuild(BuildKey key, ICollection<DecodeIssue> issues)
    {
        StoredBuild build = Build(key);
        StoredListing listing = build.Listing is { } file ? ReadListing(file) : new StoredListing("", []);
        return new BuildRecord
        {
            Key = key,
            Started = ReadJson(key, TopLevelFiles.Started, issues, StartedReader.Read),
            Finished = ReadJson(key, TopLevelFiles.Finished, issues, FinishedReader.Read),
            ProwJob = ReadJson(key, TopLevelFiles.ProwJob, issues, ProwJobReader.Read),
            Listings = listing.Folders,
            Files = build.Wanted,
            Address = listing.Address,
        };
    }

    /// <inheritdoc/>
    /// <exception cref="CiFeaturesException">The snapshot does not have the file (CIF1212), or has other bytes than its manifest says (CIF1208, CIF1209).</exception>
    public IReadOnlyList<JUnitCase> ReadJUnit(BuildKey key, string path, ICollection<DecodeIssue> issues)
    {
        using VerifiedStream stream = Open(key, path);
        IReadOnlyList<JUnitCase> cases = Told(key, path, issues, told => JUnitReader.Read(stream, told, _decoder.Limits));
        stream.Drain();
        return cases;
    }

    /// <inheritdoc/>
    /// <exception cref="CiFeaturesException">The snapshot does not have the file (CIF1212), or has other bytes than its manifest says (CIF1208, CIF1209).</exception>
    public IReadOnlyList<KubernetesEvent> ReadEvents(BuildKey key, string path, ICollection<DecodeIssue> issues)
    {
        using VerifiedStream stream = Open(key, path);
        IReadOnlyList<KubernetesEvent> events = Told(key, path, issues, told => EventListReader.Read(stream, told, _decoder.Limits));
        stream.Drain();
        return events;
    }

    /// <inheritdoc/>
    public Stream? OpenFile(BuildKey key, string path) => _builds.Find(key)?.Files.TryGetValue(path, out SnapshotFile? file) == true ? StoredBody.Open(Folder, file) : null;

    private StoredListing ReadListing(SnapshotFile file) => Decoded(file, () => ListingJson.Read(ReadBody(file)));

    private StoredBuild Build(BuildKey key) => _builds.Find(key) ?? throw CollectionErrors.NoSuchBuild(Folder, $"build {key}");

    private VerifiedStream Open(BuildKey key, string path) =>
        Build(key).Files.TryGetValue(path, out SnapshotFile? file) ? StoredBody.Open(Folder, file) : throw CollectionErrors.NoSuchBuild(Folder, $"file {path} of build {key}");

    private T? ReadJson<T>(BuildKey key, string path, ICollection<DecodeIssue> issues, JsonRead<T> read)
        where T : class
    {
        if (!Build(key).Files.TryGetValue(path, out SnapshotFile? file))
        {
            return null;
        }

        return Told(key, path, issues, told =>
        {
            if (file.Bytes <= _decoder.Limits.MaxBuildJsonBytes)
            {
                return read(ReadBody(file), told, _decoder.Limits);
            }

            StoredBody.Check(Folder, file, _decoder.Limits.MaxDocumentBytes);
            told.Add(BuildIssues.TooLarge(path, file.Bytes, _decoder.Limits));
            return null;
        });
    }

    // The readers of a build's files know neither job nor build.
    private static T Told<T>(BuildKey key, string path, ICollection<DecodeIssue> issues, Func<List<DecodeIssue>, T> read)
    {
        List<DecodeIssue> told = [];
        T result = read(told);
        foreach (DecodeIssue issue in told)
        {
            issues.Add(BuildIssues.At(key, path, issue));
        }

        return result;
    }

    private delegate T? JsonRead<out T>(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits limits);
}

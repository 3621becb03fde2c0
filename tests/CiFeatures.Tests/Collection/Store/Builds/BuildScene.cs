using System.Text;
using CiFeatures.Collection.Answers;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Builds;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Collection.Store.Builds;

/// <summary>A snapshot of builds in a store of its own, with its real readers.</summary>
internal sealed class BuildScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SnapshotWriter _writer;

    public BuildScene()
    {
        Store = new SnapshotStore(_folder.PathOf("store"), new FixedClock(), new AnswerDecoder(DecodeLimits.Default));
        _writer = Store.Create(TestStore.Source);
    }

    public SnapshotStore Store { get; }

    public SnapshotWriter Writer => _writer;

    public static string PathOf(BuildKey key, string artifact) => SnapshotPaths.BuildFile(
        SafeNames.Encode(key.Job), SafeNames.Encode(key.Build), string.Join('/', artifact.Split('/').Select(SafeNames.Encode)));

    public BuildScene File(BuildKey key, string artifact, string text) => File(key, artifact, Encoding.UTF8.GetBytes(text));

    public BuildScene File(BuildKey key, string artifact, byte[] bytes)
    {
        _writer.Write(new NewBody(PathOf(key, artifact)) { Job = key.Job, Build = key.Build, Artifact = artifact }, bytes);
        return this;
    }

    public BuildScene Missing(BuildKey key, string artifact)
    {
        _writer.NoteMissing(new MissingFile(key.Job, key.Build, artifact, ""));
        return this;
    }

    public BuildScene Listing(BuildKey key, string address, params BuildListing[] folders)
    {
        _writer.Write(
            new NewBody(SnapshotPaths.BuildListing(SafeNames.Encode(key.Job), SafeNames.Encode(key.Build))) { Job = key.Job, Build = key.Build },
            ListingJson.Write(new StoredListing(address, folders)));
        return this;
    }

    /// <summary>Completes the snapshot and reads it.</summary>
    public SnapshotReader Read()
    {
        _writer.Complete();
        return Store.OpenSnapshots(SnapshotStore.Latest)[0];
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }
}

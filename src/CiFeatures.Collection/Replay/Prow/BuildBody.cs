using CiFeatures.Collection.Replay.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Bodies;

namespace CiFeatures.Collection.Replay.Prow;

/// <summary>A stored file of a build as a body: compressed as it lies there, or plain. It never is in memory as a whole.</summary>
/// <param name="files">Checks files before they are sent.</param>
/// <param name="file">The file.</param>
/// <param name="compressed">Whether the stored, compressed bytes are the body.</param>
internal sealed class BuildBody(BuildFiles files, SnapshotFile file, bool compressed) : AnswerBody
{
    public override string EntityTag(bool gzip) => TagOf(file.Sha256, compressed);

    public override BodyBytes Bytes(bool gzip)
    {
        long stored = files.Check(file);
        string path = files.PathOf(file);
        return compressed ? new StreamedBytes(stored, () => StoredBody.OpenRaw(path)) : new StreamedBytes(file.Bytes, () => StoredBody.Open(path));
    }
}

namespace CiFeatures.Collection.Store.Writing;

/// <summary>The bodies of a snapshot that have begun to come and are not whole: kept over an interruption, so that their rest can be asked for.</summary>
/// <param name="folder">The snapshot's folder.</param>
internal sealed class IncomingFiles(string folder)
{
    private const string Prefix = SnapshotPaths.Incoming + "/";
    private readonly string _folder = Path.Combine(folder, SnapshotPaths.Incoming);

    /// <summary>Whether a path inside a snapshot is one of these.</summary>
    public static bool IsOne(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Where the bytes of a body are gathered; the folder is there then.</summary>
    /// <param name="path">The body's path inside the snapshot.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The folder cannot be made.</exception>
    public string PathOf(string path)
    {
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(_folder, e);
        }

        return Path.Combine(_folder, Bodies.BodyHash.Of(System.Text.Encoding.UTF8.GetBytes(path))[..32] + SnapshotPaths.TemporaryEnding);
    }

    /// <summary>Removes all of them.</summary>
    public void Remove() => Quietly.Do(() => Directory.Delete(_folder, recursive: true));
}

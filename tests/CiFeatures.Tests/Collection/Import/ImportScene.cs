using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection.Import;

/// <summary>A folder to import and a store to import it into, with the real decoder.</summary>
internal sealed class ImportScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ImportScene()
    {
        From = _folder.PathOf("from");
        Directory.CreateDirectory(From);
        Store = SnapshotStore.OpenOrCreate(_folder.PathOf("store"), Clock);
    }

    public FixedClock Clock { get; } = new();

    public string From { get; }

    public SnapshotStore Store { get; }

    public string PathOf(params string[] parts) => _folder.PathOf(parts);

    public ImportResult Import(ImportOptions? options = null, string? folder = null) =>
        new TestGridImport(Store).Run(folder ?? From, options ?? new ImportOptions(), null, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}

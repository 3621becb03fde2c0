using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Acceptance;

/// <summary>The features of a recorded release, computed once for all tests of a class.</summary>
public sealed class ReleaseFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, (CollectedTables Tables, ExtractionResult Result)> _releases = new(StringComparer.Ordinal);

    internal (CollectedTables Tables, ExtractionResult Result) Of(string release)
    {
        lock (_releases)
        {
            if (!_releases.TryGetValue(release, out (CollectedTables, ExtractionResult) found))
            {
                SnapshotStore store = SnapshotStore.OpenOrCreate(_folder.PathOf(release), TimeProvider.System);
                new TestGridImport(store).Run(SharedData.PathOrSkip("data", "testgrid", release), new ImportOptions(), null, CancellationToken.None);
                var extractor = new FeatureExtractor(new FeatureOptions { Threads = 2 });
                var tables = new CollectedTables(extractor.Schemas);
                ExtractionResult result = extractor.Extract(store.OpenSnapshots(SnapshotStore.Latest)[0], tables.Writers, null, CancellationToken.None);
                found = _releases[release] = (tables, result);
            }

            return found;
        }
    }

    public void Dispose() => _folder.Dispose();
}

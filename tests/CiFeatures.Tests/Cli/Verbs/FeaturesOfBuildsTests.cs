using CiFeatures.Formats.DataSets;
using CiFeatures.Tests.Docs;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs;

public sealed class FeaturesOfBuildsTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 6, 14, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Features_OfBuilds_HaveTheirTables()
    {
        BucketStore.Make(_folder.PathOf("store"), Day);

        DataSetManifest manifest = await FeaturesAsync("dataset");

        Rows(manifest, "builds").ShouldBe(5);
        Rows(manifest, "logs").ShouldBe(5);
        Rows(manifest, "events").ShouldBeGreaterThan(0);
        Rows(manifest, "junit").ShouldBeGreaterThan(0);
        Rows(manifest, "listings").ShouldBeGreaterThan(5 * 5);
        manifest.Recipe.ShouldContain(r => r.Feature == "builds.duration_seconds");
    }

    [Fact]
    public async Task Features_OfBuilds_JoinWithRunsByJobAndBuild()
    {
        BucketStore.Make(_folder.PathOf("store"), Day);
        await FeaturesAsync("dataset");

        DataSetReader dataSet = DataSetReader.Open(_folder.PathOf("dataset"));
        HashSet<(object?, object?)> runs = [.. Keys(dataSet, "runs")];
        runs.ShouldNotBeEmpty();
        runs.IsSubsetOf(Keys(dataSet, "builds")).ShouldBeTrue();
    }

    [Fact]
    public async Task Features_OnAnyNumberOfThreads_GiveTheSameBytes()
    {
        BucketStore.Make(_folder.PathOf("store"), Day);

        DataSetManifest one = await FeaturesAsync("one", "--threads", "1");
        DataSetManifest four = await FeaturesAsync("four", "--threads", "4");

        four.Files.ShouldBe(one.Files);
    }

    [Fact]
    public async Task Features_OfAllSnapshots_TakeEachBuildOnce()
    {
        string older = BucketStore.Make(_folder.PathOf("store"), Day);
        string newer = BucketStore.Make(_folder.PathOf("store"), Day.AddDays(1), (path, bytes) => path.StartsWith(BucketStore.Job, StringComparison.Ordinal) ? bytes : null);

        DataSetManifest manifest = await FeaturesAsync("dataset", "--snapshot", "all");

        Rows(manifest, "builds").ShouldBe(5);
        using TableColumns builds = new(DataSetReader.Open(_folder.PathOf("dataset")), "builds");
        builds.Values("snapshot").Distinct().ShouldBe([newer]);
        older.ShouldNotBe(newer);
    }

    [Fact]
    public async Task Features_OfTestGridOnly_HaveNoTablesAboutBuilds()
    {
        SampleCopy.Make(_folder.PathOf("sample"));
        (await CliRun.StartAsync(_folder.Path, "import", "testgrid", "sample", "--into", "store")).ExitCode.ShouldBe(0);

        DataSetManifest manifest = await FeaturesAsync("dataset");

        manifest.Tables.Select(t => t.Schema.Name).ShouldBe(["dashboards", "jobs", "tests", "runs", "alerts"]);
    }

    public void Dispose() => _folder.Dispose();

    private static long Rows(DataSetManifest manifest, string table) => manifest.Tables.Single(t => t.Schema.Name == table).Rows;

    private static IEnumerable<(object?, object?)> Keys(DataSetReader dataSet, string table)
    {
        using TableColumns reader = new(dataSet, table);
        return [.. reader.Values("job").Zip(reader.Values("build"))];
    }

    private async Task<DataSetManifest> FeaturesAsync(string output, params string[] more)
    {
        CliRun run = await CliRun.StartAsync(_folder.Path, ["features", "--from", "store", "--out", output, .. more]);
        run.ExitCode.ShouldBe(0, run.Error);
        return DataSetReader.Open(_folder.PathOf(output)).Manifest;
    }

    private sealed class TableColumns(DataSetReader dataSet, string table) : IDisposable
    {
        private readonly CiFeatures.Formats.ITableReader _reader = dataSet.OpenTable(table);
        private IReadOnlyList<CiFeatures.Core.Tables.FeatureTable>? _pieces;

        public object?[] Values(string column)
        {
            _pieces ??= [.. _reader.Read()];
            return [.. _pieces.SelectMany(p => Enumerable.Range(0, p.RowCount).Select(p.Column(column).ValueAt))];
        }

        public void Dispose() => _reader.Dispose();
    }
}

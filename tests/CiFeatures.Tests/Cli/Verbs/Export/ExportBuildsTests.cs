using System.Text;
using System.Text.Json;
using CiFeatures.Core.Tables;
using CiFeatures.Formats.Parquet;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Export;

public sealed class ExportBuildsTests : IDisposable
{
    private const string Newest = "1934181563987654321";
    private const string Oldest = "1933456789012345601";
    private static readonly DateTimeOffset Day = new(2026, 6, 14, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Logs_OfAJob_AreThoseOfItsBuilds()
    {
        BucketStore.Make(_folder.PathOf("store"), Day);

        CliRun run = await RunAsync("export", "logs", "--from", "store", "--job", BucketStore.Job, "--out", "logs.parquet");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("3 builds: 3 with a file, 0 without");
        (string Build, string? Log)[] rows = Read("logs.parquet");
        rows.Select(r => r.Build).ShouldBe([Newest, "1933819176543210752", Oldest]);
        rows[0].Log.ShouldBe(Stored(Newest, "build-log.txt"));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, null)]
    public async Task Logs_MissingOne_IsEmptyUnlessNullsAreAskedFor(bool nulls, string? expected)
    {
        BucketStore.Make(_folder.PathOf("store"), Day, (path, bytes) => path == $"{BucketStore.Job}/{Oldest}/build-log.txt" ? null : bytes);

        CliRun run = await RunAsync(["export", "logs", "--from", "store", "--job", BucketStore.Job, "--out", "logs.parquet", .. nulls ? ["--null-missing"] : Array.Empty<string>()]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("2 with a file, 1 without");
        Read("logs.parquet")[2].ShouldBe((Oldest, expected));
    }

    [Fact]
    public async Task Logs_TooLargeOne_IsSkippedAndListed()
    {
        BucketStore.Make(_folder.PathOf("store"), Day, (path, bytes) => path == $"{BucketStore.Job}/{Newest}/build-log.txt" ? Encoding.UTF8.GetBytes(new string('x', 200_000)) : bytes);

        CliRun run = await RunAsync("export", "logs", "--from", "store", "--job", BucketStore.Job, "--out", "logs.parquet", "--max-bytes", "100kB");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("CIF1736");
        run.Error.ShouldContain(Newest);
        Read("logs.parquet").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Logs_UnknownJob_NamesThoseThatThereAre()
    {
        BucketStore.Make(_folder.PathOf("store"), Day);

        CliRun run = await RunAsync("export", "logs", "--from", "store", "--job", "nothing", "--out", "logs.parquet");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("CIF1735");
        run.Error.ShouldContain(BucketStore.Job);
        File.Exists(_folder.PathOf("logs.parquet")).ShouldBeFalse();
    }

    [Fact]
    public async Task Events_OfAJob_AreTheStoredTexts()
    {
        BucketStore.Make(_folder.PathOf("store"), Day, (path, bytes) => path == $"{BucketStore.Job}/{Oldest}/artifacts/build-resources/events.json" ? null : bytes);

        CliRun run = await RunAsync("export", "events", "--from", "store", "--job", BucketStore.Job, "--out", "events.json", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("events.json")));
        document.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe([Newest, "1933819176543210752", Oldest]);
        document.RootElement.GetProperty(Newest).GetRawText().ShouldBe(Stored(Newest, "artifacts/build-resources/events.json").Trim());
        document.RootElement.GetProperty(Oldest).GetString().ShouldBe("");
        using JsonDocument told = JsonDocument.Parse(run.Output);
        told.RootElement.GetProperty("schema").GetString().ShouldBe("cifeatures/export-events/v1");
        told.RootElement.GetProperty("missing").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Events_ListThatIsNoJson_IsSkippedAndTheRestWhole()
    {
        BucketStore.Make(_folder.PathOf("store"), Day, (path, bytes) => path.EndsWith($"{Newest}/artifacts/build-resources/events.json", StringComparison.Ordinal) ? bytes[..^9] : bytes);

        CliRun run = await RunAsync("export", "events", "--from", "store", "--job", BucketStore.Job, "--out", "events.json");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("CIF1737");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("events.json")));
        document.RootElement.GetProperty(Newest).GetString().ShouldBe("");
        document.RootElement.GetProperty(Oldest).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    public void Dispose() => _folder.Dispose();

    private static string Stored(string build, string path) => File.ReadAllText(Repository.PathOf(["data", "bucket", "logs", BucketStore.Job, build, .. path.Split('/')]));

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, arguments);

    private (string Build, string? Log)[] Read(string file)
    {
        using var reader = new ParquetTableReader(File.OpenRead(_folder.PathOf(file)), file);
        return [.. reader.Read().SelectMany(Rows)];
    }

    private static IEnumerable<(string Build, string? Log)> Rows(FeatureTable piece) =>
        Enumerable.Range(0, piece.RowCount).Select(row => ((string)piece.Column("build").ValueAt(row)!, (string?)piece.Column("log").ValueAt(row)));
}

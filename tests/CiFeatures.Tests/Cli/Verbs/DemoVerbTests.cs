using CiFeatures.Tests.Docs;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs;

public sealed class DemoVerbTests : IAsyncDisposable
{
    private const string Blocking = "sim-platform-release-5.1-blocking";
    private readonly TemporaryFolder _folder = new();
    private readonly TestGridSite _site = new(TestGridSite.SampleFolder);
    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task Demo_Offline_EndsWithTheCommandForLiveDataWhichWorks()
    {
        CliRun offline = await RunAsync("demo");

        offline.ExitCode.ShouldBe(0, offline.Error);
        string last = offline.Output.TrimEnd().Split('\n')[^1];
        last.ShouldBe("The same for live data:  cifeatures demo --live --dashboard NAME");
        string[] words = last[(last.IndexOf("cifeatures ", StringComparison.Ordinal) + "cifeatures ".Length)..].Replace("NAME", Blocking, StringComparison.Ordinal).Split(' ');

        CliRun live = await RunAsync([.. words, "--url", _site.Url]);

        live.ExitCode.ShouldBe(0, live.Error);
        live.Error.ShouldContain($"Asking {_site.Url} for {Blocking}");
        live.Output.ShouldStartWith("3 jobs, ");
    }

    [Fact]
    public async Task Demo_Live_GivesWhatTheSameAnswersGiveOffline()
    {
        CliRun live = await RunAsync("demo", "--live", "--dashboard", Blocking, "--url", _site.Url, "--out", "live", "--json");
        CliRun offline = await RunAsync("demo", "--data", OnlyBlocking(), "--out", "offline", "--json");

        live.ExitCode.ShouldBe(0, live.Error);
        live.Output.Replace(_folder.PathOf("live"), "", StringComparison.Ordinal).ShouldBe(offline.Output.Replace(_folder.PathOf("offline"), "", StringComparison.Ordinal));
        foreach (string file in new[] { "grid.svg", "grid.png", "features/jobs.parquet", "features/tests.parquet", "features/dictionary.csv" })
        {
            File.ReadAllBytes(_folder.PathOf("live", file)).ShouldBe(File.ReadAllBytes(_folder.PathOf("offline", file)), file);
        }
    }

    [Fact]
    public async Task Demo_Live_EndsWithTheCommandForTheNextSnapshotWhichWorks()
    {
        CliRun live = await RunAsync("demo", "--live", "--dashboard", Blocking, "--url", _site.Url, "--out", "here");

        string last = live.Output.TrimEnd().Split('\n')[^1];
        last.ShouldBe($"The next snapshot:  cifeatures collect testgrid --dashboard {Blocking} --url {_site.Url} --into {Path.Combine("here", "store")}");
        CliRun next = await RunAsync(last[(last.IndexOf("cifeatures ", StringComparison.Ordinal) + "cifeatures ".Length)..].Split(' '));
        next.ExitCode.ShouldBe(0, next.Error);
    }

    [Fact]
    public async Task Demo_LiveWithATableMissing_ShowsTheRestAndEndsWithItemsSkipped()
    {
        _site.Before(_site.Targets.First(t => t.Contains(Blocking + "/table")), ServerAnswer.Of(404));

        CliRun run = await RunAsync("demo", "--live", "--dashboard", Blocking, "--url", _site.Url);

        run.ExitCode.ShouldBe(5);
        run.Output.ShouldContain("The next snapshot:");
        run.Error.ShouldContain("skipped ");
    }

    [Fact]
    public async Task Demo_SourceDown_IsUnavailable()
    {
        _site.Before(TestGridSite.SummaryTarget(Blocking), [.. Enumerable.Repeat(ServerAnswer.Of(500), 6)]);

        CliRun run = await RunAsync("demo", "--live", "--dashboard", Blocking, "--url", _site.Url);

        run.ExitCode.ShouldBe(4);
        Directory.Exists(_folder.PathOf("cifeatures-demo")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--live")]
    [InlineData("--live", "--dashboard", "d", "--data", "x")]
    [InlineData("--dashboard", "d")]
    [InlineData("--url", "http://127.0.0.1:1")]
    public async Task Demo_OptionsThatDoNotGoTogether_AreAUsageError(params string[] options)
    {
        CliRun run = await RunAsync(["demo", .. options]);

        run.ExitCode.ShouldBe(2);
        _site.Requests.ShouldBeEmpty();
    }

    private string OnlyBlocking()
    {
        string folder = _folder.PathOf("recorded");
        SampleCopy.Make(folder);
        Directory.Delete(Path.Combine(folder, "sim-platform-release-5.1-informing"), recursive: true);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, _clock, arguments);
}

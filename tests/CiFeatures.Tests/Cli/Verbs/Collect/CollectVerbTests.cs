using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Collect;

public sealed class CollectVerbTests : IAsyncDisposable
{
    private const string Blocking = "sim-platform-release-5.1-blocking";
    private readonly TemporaryFolder _folder = new();
    private readonly TestGridSite _site = new(TestGridSite.SampleFolder, "gzip");
    private readonly ImpatientClock _clock = new();

    private string AJob => _site.Promised[0].Split("&tab=")[1].Split('&')[0];

    [Fact]
    public async Task Collect_Dashboard_SaysWhomItAsksAndWhatCame()
    {
        CliRun run = await RunAsync("--dashboard", Blocking, "--user-agent-contact", "ci@example.org", "--requests-per-second", "0.1");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldStartWith($"Asking {_site.Url} for {Blocking}: up to 4 requests at a time, at most 0.1 per second.");
        run.Output.ShouldContain("1 dashboards, 1 summaries, 3 tables");
        run.Output.ShouldContain("4 requests, 0 of them repeated");
        _clock.Waits.ShouldAllBe(w => w == TimeSpan.FromSeconds(10.2));
        _site.Requests.ShouldAllBe(r => r.Header("User-Agent").EndsWith(" (+ci@example.org)"));
    }

    [Fact]
    public async Task Collect_Json_IsOneDocument()
    {
        _site.Before(TestGridSite.SummaryTarget(Blocking), ServerAnswer.Of(503));

        CliRun run = await RunAsync("--dashboard", Blocking, "--job", "*" + AJob[20..], "--json", "--quiet");

        run.Error.ShouldBeEmpty();
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        json.GetProperty("schema").GetString().ShouldBe("cifeatures/collect-testgrid/v1");
        json.GetProperty("url").GetString().ShouldBe(_site.Url + "/");
        json.GetProperty("tables").GetInt32().ShouldBe(1);
        json.GetProperty("requests").GetInt32().ShouldBe(3);
        json.GetProperty("retries").GetInt32().ShouldBe(1);
        json.GetProperty("transferred_bytes").GetInt64().ShouldBeInRange(1, json.GetProperty("bytes").GetInt64() / 2);
        json.GetProperty("skipped").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Collect_TableMissing_EndsWithItemsSkippedAndNamesIt()
    {
        string table = _site.Targets.First(t => t.Contains(Blocking + "/table"));
        _site.Before(table, ServerAnswer.Of(404));

        CliRun run = await RunAsync("--dashboard", Blocking);

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain($"skipped {_site.Url}{table}: The service has no grid of job ");
    }

    [Fact]
    public async Task Collect_SourceDown_EndsAsUnavailableWithoutAStore()
    {
        _site.Before(TestGridSite.SummaryTarget(Blocking), [.. Enumerable.Repeat(new ServerAnswer { Reset = true }, 6)]);

        CliRun run = await RunAsync("--dashboard", Blocking);

        run.ExitCode.ShouldBe(4);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("error CIF1230: The connection failed");
        run.Error.ShouldContain($"  where: {_site.Url}/{Blocking}/summary");
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Collect_DashboardUnknown_IsBadInput()
    {
        CliRun run = await RunAsync("--dashboard", "no-such");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("error CIF1231: The service has no dashboard 'no-such' (status 404).");
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Collect_Interrupted_EndsWith130AndKeepsWhatCame()
    {
        using var stop = new CancellationTokenSource();
        string table = _site.Targets.First(t => t.Contains(Blocking + "/table"));
        _site.Before(table, new ServerAnswer { Silent = true, Before = stop.Cancel });

        CliRun run = await CliRun.StartAsync(_folder.Path, _clock, ["collect", "testgrid", "--into", "store", "--url", _site.Url, "--dashboard", Blocking], stop.Token);

        run.ExitCode.ShouldBe(130);
        run.Error.ShouldContain("are kept in ");
        CliRun again = await RunAsync("--dashboard", Blocking);
        again.ExitCode.ShouldBe(0, again.Error);
        again.Error.ShouldContain("Went on with an interrupted collection");
    }

    [Theory]
    [InlineData("--requests-per-second", "-1")]
    [InlineData("--in-flight", "0")]
    [InlineData("--in-flight", "65")]
    [InlineData("--retries", "-1")]
    [InlineData("--since", "yesterday")]
    [InlineData("--job", "re:(")]
    [InlineData("--job", "")]
    [InlineData("--api-url", "http://me:secret@127.0.0.1")]
    [InlineData("--max-requests", "0")]
    [InlineData("--requests-per-second", "NaN")]
    [InlineData("--timeout", "-1")]
    [InlineData("--max-body-mb", "0")]
    [InlineData("--max-body-mb", "513")]
    [InlineData("--url", "not an address")]
    [InlineData("--url", "ftp://127.0.0.1")]
    [InlineData("--user-agent-contact", "a)b")]
    [InlineData("--dashboard", "..")]
    public async Task Collect_SettingOutOfBounds_IsAUsageErrorAndAsksNobody(string option, string value)
    {
        CliRun run = await RunAsync("--dashboard", Blocking, option, value);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("error CIF");
        _site.Requests.ShouldBeEmpty();
        Directory.Exists(_folder.PathOf("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Collect_MaxBody_BoundsAnswers()
    {
        string table = _site.Targets.First(t => t.Contains(Blocking + "/table"));
        _site.Before(table, new ServerAnswer { Body = new byte[(1 << 20) + 1] }.Compressed("br"));

        CliRun run = await RunAsync("--dashboard", Blocking, "--max-body-mb", "1");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain("The body is longer than the limit of 1048576 bytes. (CIF1233)");
    }

    [Fact]
    public async Task Collect_Timeout_BoundsARequest()
    {
        _site.Before(TestGridSite.SummaryTarget(Blocking), [.. Enumerable.Repeat(new ServerAnswer { Silent = true, Before = () => _clock.Advance(TimeSpan.FromSeconds(5)) }, 6)]);

        CliRun run = await RunAsync("--dashboard", Blocking, "--timeout", "5", "-v");

        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain("There was no whole answer within 5 s (6 tries).");
        run.Error.ShouldContain("s before trying again (5 of 5)");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    private Task<CliRun> RunAsync(params string[] arguments) =>
        CliRun.StartAsync(_folder.Path, _clock, ["collect", "testgrid", "--into", "store", .. arguments.Contains("--url") ? [] : new[] { "--url", _site.Url }, .. arguments]);
}

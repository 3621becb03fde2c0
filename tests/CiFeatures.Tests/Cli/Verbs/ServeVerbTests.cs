using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CiFeatures.Tests.Docs;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs;

public class ServeVerbTests
{
    [Theory]
    [InlineData("import")]
    [InlineData("simulate")]
    public async Task Serve_AStore_AnswersUntilItIsToldToStopAndEndsWithZero(string origin)
    {
        using TemporaryFolder folder = await StoreAsync(origin);
        using var stop = new CancellationTokenSource();
        Task<CliRun> running = RunAsync(folder, stop.Token, "--url-file", "url", "--log", "log");
        using HttpClient client = await ClientAsync(folder);

        (await client.GetStringAsync("/")).ShouldContain("dashboard");
        using JsonDocument list = JsonDocument.Parse(await client.GetByteArrayAsync("/storage/v1/b/k8s-testgrid/o"));
        list.RootElement.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(3);
        await stop.CancelAsync();
        CliRun run = await running.WaitAsync(TimeSpan.FromSeconds(20));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe(client.BaseAddress!.AbsoluteUri.TrimEnd('/') + "\n");
        run.Error.ShouldContain("127.0.0.1");
        run.Error.ShouldContain("2 requests");
        File.ReadAllLines(folder.PathOf("log")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Serve_ForATime_EndsByItselfAndPrintsOneDocument()
    {
        using TemporaryFolder folder = await StoreAsync("import");
        CliRun run = await RunAsync(folder, CancellationToken.None, "--for", "10ms", "--json", "--bucket", "my-bucket");

        run.ExitCode.ShouldBe(0, run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        json.GetProperty("schema").GetString().ShouldBe("cifeatures/serve/v1");
        json.GetProperty("url").GetString().ShouldStartWith("http://127.0.0.1:");
        json.GetProperty("bucket").GetString().ShouldBe("my-bucket");
        json.GetProperty("pid").GetInt32().ShouldBe(Environment.ProcessId);
        json.GetProperty("snapshot").GetString().ShouldNotBeNullOrEmpty();
        run.Error.ShouldNotContain("warning");
    }

    [Fact]
    public async Task Serve_BeyondThisMachine_Warns()
    {
        using TemporaryFolder folder = await StoreAsync("import");
        CliRun run = await RunAsync(folder, CancellationToken.None, "--for", "10ms", "--listen", "0.0.0.0", "--quiet");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("warning: other machines can reach this server on 0.0.0.0");
    }

    [Fact]
    public async Task Serve_ADamagedFile_TellsOnStderrWhereItIs()
    {
        using TemporaryFolder folder = await StoreAsync("import");
        string file = Directory.GetFiles(folder.PathOf("store"), "summary.json.gz", SearchOption.AllDirectories)[0];
        string dashboard = Path.GetFileName(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, [1, 2, 3]);
        using var stop = new CancellationTokenSource();
        Task<CliRun> running = RunAsync(folder, stop.Token, "--url-file", "url");
        using HttpClient client = await ClientAsync(folder);
        (await client.GetAsync($"/{dashboard}/summary")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await stop.CancelAsync();

        CliRun run = await running;
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("CIF1209");
        run.Error.ShouldContain(file);
    }

    [Theory]
    [InlineData(2, "CIF1261", "--fail", "503:2")]
    [InlineData(2, "CIF1261", "--fail", "boom:0.1")]
    [InlineData(2, "CIF1261", "--latency", "quick")]
    [InlineData(2, "CIF1261", "--for", "5")]
    [InlineData(2, "CIF1261", "--slow-for", "-1s")]
    [InlineData(2, "CIF1261", "--retry-after", "-1")]
    [InlineData(2, "CIF1261", "--bucket", "A/B")]
    [InlineData(2, "CIF1704", "--listen", "nowhere")]
    [InlineData(3, "CIF1203", "--snapshot", "2001-01-01T000000Z")]
    [InlineData(3, "CIF1262", "--log", "no/such/folder/log")]
    public async Task Serve_WithASettingThatCannotBe_SaysWhich(int exitCode, string code, string option, string value)
    {
        using TemporaryFolder folder = await StoreAsync("import");
        CliRun run = await RunAsync(folder, CancellationToken.None, option, value);

        run.ExitCode.ShouldBe(exitCode, run.Error);
        run.Error.ShouldContain(code);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Serve_OnAPortThatIsTaken_SaysWhatToDo()
    {
        using TemporaryFolder folder = await StoreAsync("import");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        CliRun run = await CliRun.StartAsync(folder.Path, "serve", "store", "--port", port);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("CIF1260");
        run.Error.ShouldContain("--port");
    }

    private static Task<CliRun> RunAsync(TemporaryFolder folder, CancellationToken stop, params string[] options) =>
        Task.Run(() => CliRun.StartAsync(folder.Path, TimeProvider.System, ["serve", "store", "--port", "0", .. options], stop), CancellationToken.None);

    private static async Task<TemporaryFolder> StoreAsync(string origin)
    {
        var folder = new TemporaryFolder();
        SampleCopy.Make(folder.PathOf("sample"));
        CliRun made = origin == "import"
            ? await CliRun.StartAsync(folder.Path, "import", "testgrid", "sample", "--into", "store")
            : await CliRun.StartAsync(folder.Path, "simulate", "--seed", "7", "--into", "store", "--dashboards", "1", "--jobs", "2", "--runs", "10", "--tests-scale", "0.1");
        made.ExitCode.ShouldBe(0, made.Error);
        return folder;
    }

    private static async Task<HttpClient> ClientAsync(TemporaryFolder folder)
    {
        string file = folder.PathOf("url");
        for (int i = 0; i < 1000 && !File.Exists(file); i++)
        {
            await Task.Delay(10);
        }

        return new HttpClient(LoopbackNetwork.Handler()) { BaseAddress = new Uri((await File.ReadAllTextAsync(file)).Trim()) };
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Logs;

public sealed class LogsFailuresVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LogsFailuresVerbTests()
    {
        foreach (int build in (int[])[1, 2, 3])
        {
            File.Copy(Repository.PathOf("data", "logs", $"build-{build}.txt"), _folder.PathOf($"build-{build}.txt"));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Failures_Json_RanksLinesWithNumbersAndText()
    {
        CliRun run = await RunAsync("build-3.txt", "--pass", "build-1.txt", "build-2.txt", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("schema").GetString().ShouldBe("cifeatures/logs-failures/v1");
        JsonElement[] lines = [.. json.RootElement.GetProperty("lines").EnumerateArray()];
        double[] scores = [.. lines.Select(line => line.GetProperty("score").GetDouble())];
        scores.ShouldBe(scores.OrderDescending());
        lines.Select(line => line.GetProperty("line").GetInt64()).ShouldContain(33);
        lines.Single(line => line.GetProperty("line").GetInt64() == 33).GetProperty("text").GetString().ShouldBe("--- FAIL: TestCheckoutRetries (1.04s)");
    }

    [Fact]
    public async Task Failures_Plain_MarksLinesAmongTheirContext()
    {
        CliRun run = await RunAsync("build-3.txt", "--pass", "build-1.txt", "--context", "1");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("  30 | === RUN   TestCheckoutRetries\n> 31 |     checkout_test.go:118: payment service answered 503 three times, want an order\n");
        run.Error.ShouldContain("of 44 lines explain the failure (compared with 1 passing log).");
    }

    [Fact]
    public async Task Failures_FolderThatHoldsTheFailingLog_LeavesItOut()
    {
        CliRun run = await RunAsync("build-3.txt", "--pass", ".");

        run.Error.ShouldContain("compared with 2 passing logs");
        run.Output.ShouldContain("> 33 |");
    }

    [Fact]
    public async Task Failures_SameLogAsPassing_SaysThatNothingExplainsIt()
    {
        CliRun run = await RunAsync("build-3.txt", "--pass", "build-3.txt");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("none of 44 lines explains the failure");
    }

    [Fact]
    public async Task Failures_EmptyLog_IsAnEmptyListAndASentence()
    {
        File.WriteAllText(_folder.PathOf("empty.txt"), "");

        CliRun plain = await RunAsync("empty.txt");
        CliRun json = await RunAsync("empty.txt", "--json");

        plain.ExitCode.ShouldBe(0);
        plain.Error.ShouldContain("the log is empty");
        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("lines").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Failures_LongOutput_IsCutInTheMiddle()
    {
        File.WriteAllText(_folder.PathOf("long.txt"), string.Join('\n', Enumerable.Range(0, 50).Select(i => $"ERROR: part {i} cannot be read")));

        CliRun cut = await RunAsync("long.txt", "--max-lines", "6", "--context", "0");
        CliRun all = await RunAsync("long.txt", "--max-lines", "0", "--scores");

        cut.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(7);
        cut.Output.ShouldContain("44 lines left out");
        cut.Output.ShouldContain("> 50 | ERROR: part 49 cannot be read");
        all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(50);
        all.Output.ShouldMatch(@">  1 +\d+ \| ERROR");
    }

    [Fact]
    public async Task Failures_Gzip_IsReadByItsFirstBytes()
    {
        using (var gzip = new GZipStream(File.Create(_folder.PathOf("log.bin")), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("fine\nERROR: \u001b[31mcannot\u001b[0m \a go on\nend\n"));
        }

        CliRun run = await RunAsync("log.bin");

        run.Output.ShouldContain("> 2 | ERROR: cannot \uFFFD go on");
    }

    [Fact]
    public async Task Failures_DamagedPassingLog_IsToldAndLeftOut()
    {
        // A deflate block of a type that there is not.
        File.WriteAllBytes(_folder.PathOf("bad.gz"), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x07, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]);

        CliRun run = await RunAsync("build-3.txt", "--pass", "bad.gz", "build-1.txt");

        run.ExitCode.ShouldBe(5, run.Error);
        run.Error.ShouldContain("CIF1721 bad.gz");
        run.Error.ShouldContain("compared with 1 passing log");
    }

    [Theory]
    [InlineData("--context", "-1")]
    [InlineData("--context", "101")]
    [InlineData("--max-lines", "-5")]
    public async Task Failures_OptionOutOfRange_IsAUsageError(string option, string value)
    {
        CliRun run = await RunAsync("build-3.txt", option, value);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("CIF1704");
    }

    [Fact]
    public async Task Failures_MissingLog_IsBadInput() => (await RunAsync("nothing.txt")).ExitCode.ShouldBe(3);

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, ["logs", "failures", .. arguments]);
}

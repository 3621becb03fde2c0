using System.IO.Compression;
using System.Text.Json;
using CiFeatures.Tests.Features.Logs.Templates;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Logs;

public sealed class LogsTemplatesVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Out_OfSeveralLogs_HasARowForEachLineInOrder()
    {
        Write("a.log", "wait 1\r\n\r\nsay \"hi, all\"\n");
        using (var gzip = new GZipStream(File.Create(_folder.PathOf("b.log")), CompressionLevel.Fastest))
        {
            gzip.Write(MadeLog.Bytes("wait 2"));
        }

        CliRun run = await RunAsync("logs", "templates", "a.log", "b.log", "--out", "t.csv");

        run.ExitCode.ShouldBe(0, run.Error);
        string[][] rows = [.. QuotedRows.Of(Read("t.csv"))];
        rows[0].ShouldBe(["LineId", "EventId", "EventTemplate"]);
        rows[1..].Select(r => (r[0], r[2])).ShouldBe([("1", "wait <*>"), ("2", ""), ("3", "say \"hi, all\""), ("4", "wait <*>")]);
        rows[4][1].ShouldBe(rows[1][1]);
        rows[1..].ShouldAllBe(r => r.Length == 3 && r[1].StartsWith('E'));
    }

    [Fact]
    public async Task Outputs_AllAtOnce_AgreeWithEachOther()
    {
        Write("a.log", "wait 1 s\ngo\nwait 20 s\n");

        CliRun run = await RunAsync("logs", "templates", "a.log", "--out", "t.csv", "--templates", "types.csv", "--counts", "c.csv", "--parameters", "p.csv", "--model", "m.json", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        string wait = QuotedRows.Of(Read("t.csv")).ElementAt(1)[1];
        QuotedRows.Of(Read("types.csv")).ElementAt(1).ShouldBe([wait, "wait <*>", "2", "0.6666666666666666", "1", "wait 1 s"]);
        QuotedRows.Of(Read("c.csv")).ElementAt(1).ShouldBe(["a.log", wait, "2"]);
        QuotedRows.Of(Read("p.csv")).Skip(1).ShouldBe([["1", wait, "1", "quantity", "1 s"], ["3", wait, "1", "quantity", "20 s"]]);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("schema").GetString().ShouldBe("cifeatures/logs-templates/v1");
        json.RootElement.GetProperty("templates")[0].GetProperty("id").GetString().ShouldBe(wait);
        json.RootElement.GetProperty("written").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Freeze_WithAModel_FindsItsTemplatesOnly()
    {
        Write("a.log", "wait 1\ngo\n");
        Write("b.log", "stop\nwait 2\n");
        await RunAsync("logs", "templates", "a.log", "--model", "m.json");
        string before = Read("m.json");

        CliRun run = await RunAsync("logs", "templates", "b.log", "--model", "m.json", "--freeze", "--out", "t.csv");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("1 lines fit no template");
        QuotedRows.Of(Read("t.csv")).Skip(1).Select(r => r[2]).ShouldBe(["", "wait <*>"]);
        Read("m.json").ShouldBe(before);
    }

    [Fact]
    public async Task Online_WithAModel_GoesOnFromIt()
    {
        Write("a.log", "link eth0 is up\n");
        Write("b.log", "link eth1 is up\n");

        CliRun first = await RunAsync("logs", "templates", "a.log", "--model", "m.json", "--online", "--out", "1.csv");
        CliRun second = await RunAsync("logs", "templates", "b.log", "--model", "m.json", "--online", "--out", "2.csv");

        first.ExitCode.ShouldBe(0, first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        string[] old = QuotedRows.Of(Read("1.csv")).ElementAt(1);
        QuotedRows.Of(Read("2.csv")).ElementAt(1).ShouldBe(["1", old[1], "link <*> is up"]);
    }

    [Fact]
    public async Task Masks_FromOptionAndFile_AreUsed()
    {
        Write("a.log", "color red here\n");
        Write("masks.txt", "# colours\nCOLOR=red|green\n");

        await RunAsync("logs", "templates", "a.log", "--masks", "masks.txt", "--mask", "WHERE=here", "--parameters", "p.csv", "--no-masks");

        QuotedRows.Of(Read("p.csv")).Skip(1).Select(r => string.Join(' ', r[2..])).ShouldBe(["1 list red here"]);
    }

    [Theory]
    [InlineData(2, "CIF1726", "a.log", "--freeze")]
    [InlineData(2, "CIF1726", "a.log", "--freeze", "--online", "--model", "m.json")]
    [InlineData(2, "CIF1726", "-", "--parameters", "p.csv")]
    [InlineData(2, "CIF1726", "a.log", "--out", "x.csv", "--counts", "x.csv")]
    [InlineData(3, "CIF1727", "a.log", "--freeze", "--model", "none.json")]
    [InlineData(3, "CIF1346", "a.log", "--freeze", "--model", "a.log")]
    [InlineData(3, "CIF1728", "a.log", "--masks", "none.txt")]
    [InlineData(2, "CIF1345", "a.log", "--mask", "X=(")]
    [InlineData(2, "CIF1348", "a.log", "--max-templates", "0")]
    [InlineData(3, "CIF1705", "a.log", "--out", "a.log")]
    public async Task Options_ThatCannotBe_AreAClearError(int exitCode, string code, params string[] arguments)
    {
        Write("a.log", "wait 1\n");

        CliRun run = await RunAsync(["logs", "templates", .. arguments]);

        run.ExitCode.ShouldBe(exitCode, run.Error);
        run.Error.ShouldContain(code);
        Read("a.log").ShouldBe("wait 1\n");
    }

    [Fact]
    public async Task Masks_BesideAModel_AreAClearError()
    {
        Write("a.log", "wait 1\n");
        await RunAsync("logs", "templates", "a.log", "--model", "m.json");

        CliRun run = await RunAsync("logs", "templates", "a.log", "--model", "m.json", "--freeze", "--no-masks");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("CIF1725");
    }

    [Fact]
    public async Task DamagedLog_AmongOthers_IsLeftOutWhole()
    {
        Write("a.log", "wait 1\n");
        using var whole = new MemoryStream();
        using (var gzip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(MadeLog.Bytes(string.Join('\n', MadeLog.Make(3000, 1).Select(l => l.Line))));
        }

        File.WriteAllBytes(_folder.PathOf("b.log"), whole.ToArray()[..((int)whole.Length / 2)]);

        CliRun run = await RunAsync("logs", "templates", "b.log", "a.log", "--out", "t.csv");

        run.ExitCode.ShouldBe(5, run.Error);
        run.Error.ShouldContain("CIF1721");
        QuotedRows.Of(Read("t.csv")).Count().ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, string text) => File.WriteAllText(_folder.PathOf(name), text);

    private string Read(string name) => File.ReadAllText(_folder.PathOf(name));

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.StartAsync(_folder.Path, arguments);
}

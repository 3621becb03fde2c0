using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Cli.Verbs.Logs;

public class LogsVerbTests
{
    [Fact]
    public async Task Stats_PlainGzipAndFolder_CountAlikeAndKeepTheOrder()
    {
        using var folder = new TemporaryFolder();
        byte[] log = Encoding.UTF8.GetBytes("2021/02/25 03:27:14 begin\nerror: é x\n");
        Directory.CreateDirectory(folder.PathOf("below"));
        File.WriteAllBytes(folder.PathOf("below", "b.log"), log);
        File.WriteAllBytes(folder.PathOf("below", "a.gz"), Gzip(log));

        CliRun run = await CliRun.StartAsync(folder.Path, "logs", "stats", "below", "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        JsonElement files = JsonDocument.Parse(run.Output).RootElement.GetProperty("files");
        files.EnumerateArray().Select(f => f.GetProperty("file").GetString()).ShouldBe(["below/a.gz", "below/b.log"]);
        foreach (JsonElement file in files.EnumerateArray())
        {
            (file.GetProperty("bytes").GetInt64(), file.GetProperty("chars").GetInt64(), file.GetProperty("words").GetInt64(), file.GetProperty("lines").GetInt64()).ShouldBe((38, 37, 6, 3));
            file.GetProperty("error_lines").GetInt64().ShouldBe(1);
            file.GetProperty("first_time").GetString().ShouldBe("2021-02-25T03:27:14.000Z");
        }
    }

    [Fact]
    public async Task Stats_DamagedAndMissingLogs_AreToldAndTheOthersCounted()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"line {i}\n"))));
        File.WriteAllBytes(folder.PathOf("cut.gz"), whole[..^400]);
        File.WriteAllBytes(folder.PathOf("untrue.gz"), [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
        File.WriteAllText(folder.PathOf("good.log"), "x\n");

        CliRun run = await CliRun.StartAsync(folder.Path, "logs", "stats", "cut.gz", "missing.log", "good.log", "untrue.gz", "--json");

        run.ExitCode.ShouldBe(5);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        root.GetProperty("files").GetArrayLength().ShouldBe(1);
        root.GetProperty("skipped").EnumerateArray().Select(s => (s.GetProperty("file").GetString(), s.GetProperty("code").GetString()))
            .ShouldBe([("cut.gz", "CIF1721"), ("missing.log", "CIF1720"), ("untrue.gz", "CIF1721")]);
        run.Error.ShouldContain("cut.gz");
    }

    [Fact]
    public async Task Stats_Describe_GivesPandasFigures()
    {
        using var folder = new TemporaryFolder();
        for (int i = 1; i <= 4; i++)
        {
            File.WriteAllText(folder.PathOf($"{i}.log"), new string('x', i));
        }

        CliRun run = await CliRun.StartAsync(folder.Path, "logs", "stats", "--describe", "--json", ".");

        JsonElement chars = JsonDocument.Parse(run.Output).RootElement.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("column").GetString() == "chars");
        chars.GetProperty("mean").GetDouble().ShouldBe(2.5);
        chars.GetProperty("std").GetDouble().ShouldBe(1.2909944487358056, 1e-12);
        chars.GetProperty("25%").GetDouble().ShouldBe(1.75);
    }

    [Theory]
    [InlineData("t.npz")]
    [InlineData("t.csv")]
    [InlineData("t.parquet")]
    public async Task Terms_EveryFormat_WritesTheTableAndTouchesNothingElse(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("a.log"), "pull image pull");
        File.WriteAllText(folder.PathOf("b.log"), "pull failed");

        CliRun run = await CliRun.StartAsync(folder.Path, "logs", "terms", "a.log", "b.log", "--out", name);

        run.ExitCode.ShouldBe(0, run.Error);
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["a.log", "b.log", name]);
        CliRun described = await CliRun.StartAsync(folder.Path, "describe", name, "--all");
        described.Output.ShouldContain("tfidf");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}

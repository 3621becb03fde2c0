using System.Text;
using CiFeatures.Features.Logs.Statistics;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Logs.Statistics;

public class LogScannerTests
{
    private static readonly ScanPath[] Paths = [ScanPath.Scalar, ScanPath.Vector128, ScanPath.Vector256, ScanPath.Vector512];

    public static TheoryData<string> PathNames => [.. Paths.Select(p => p.ToString())];

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Add_RandomLogsInRandomPieces_EqualsThePlainDefinitions(string path)
    {
        Random random = Fuzzing.Seeded(20210225);
        for (int i = Fuzzing.Inputs(1000); i > 0; i--)
        {
            byte[] log = MadeLogs.Make(random, random.Next(60));
            var scanner = new LogScanner(null, Enum.Parse<ScanPath>(path));
            for (int at = 0; at < log.Length;)
            {
                int length = Math.Min(1 + random.Next(random.Next(2) == 0 ? 5 : 400), log.Length - at);
                scanner.Add(log.AsSpan(at, length));
                at += length;
            }

            LogStatistics found = scanner.Finish();
            (found with { TimedLines = 0, FirstTimeMs = null, LastTimeMs = null, LargestGapMs = null }).ShouldBe(PlainLogStatistics.Of(log), Convert.ToHexString(log));
        }
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Add_RandomBytes_EqualsThePlainDefinitions(string path)
    {
        Random random = Fuzzing.Seeded(7);
        for (int i = Fuzzing.Inputs(5000); i > 0; i--)
        {
            byte[] log = new byte[random.Next(200)];
            random.NextBytes(log);
            var scanner = new LogScanner(null, Enum.Parse<ScanPath>(path));
            scanner.Add(log);
            LogStatistics found = scanner.Finish();
            (found with { TimedLines = 0, FirstTimeMs = null, LastTimeMs = null, LargestGapMs = null }).ShouldBe(PlainLogStatistics.Of(log), Convert.ToHexString(log));
        }
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Add_RandomLines_FindsTheTimesOfThePlainDefinition(string path)
    {
        Random random = Fuzzing.Seeded(11);
        var scanner = new LogScanner(null, Enum.Parse<ScanPath>(path));
        long timed = 0;
        for (int i = Fuzzing.Inputs(1500); i > 0; i--)
        {
            byte[] line = [.. MadeLogs.Make(random, random.Next(8)).Where(b => b != (byte)'\n'), (byte)'\n'];
            var alone = new LogScanner(2000, Enum.Parse<ScanPath>(path));
            alone.Add(line);
            DateTime? expected = PlainLogStatistics.Time(Encoding.Latin1.GetString(line[..^1]));
            alone.Finish().FirstTimeMs.ShouldBe(expected is { } time ? new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeMilliseconds() : null, Convert.ToHexString(line));
            scanner.Add(line);
            timed += expected is null ? 0 : 1;
        }

        // All lines through one scanner, which remembers how lines began.
        scanner.Finish().TimedLines.ShouldBe(timed);
    }

    [Fact]
    public void Add_LinesThatBeginAlike_FindsEachTime()
    {
        string[] forms = ["\u001b[36mINFO\u001b[0m[2021-04-17T{0}Z] text", "I0118 {0}.425377      22 e2e.go:129] text", "time=\"2021-03-18T{0}Z\" level=error msg=\"x\"", "2021/03/18 {0} error: text here", "2021-03-18T{0}.5+02:00 WARN x"];
        foreach (string form in forms)
        {
            string log = string.Join('\n', Enumerable.Range(0, 50).Select(i => string.Format(null, form, $"10:{i:00}:{59 - i:00}")));
            LogStatistics found = Scan(log, year: 2000);
            string last = log.Split('\n')[^1];
            found.TimedLines.ShouldBe(50);
            (found.InfoLines + found.ErrorLines + found.WarningLines).ShouldBe(50);
            found.LargestGapMs.ShouldBe(59_000, form);
            found.LastTimeMs.ShouldBe(new DateTimeOffset(PlainLogStatistics.Time(last)!.Value, TimeSpan.Zero).ToUnixTimeMilliseconds(), form);
        }
    }

    [Fact]
    public void Add_NoInput_HasNothing()
    {
        LogStatistics empty = Scan("");
        (empty.Chars, empty.Words, empty.Lines, empty.BlankLines, empty.AnsiRatio, empty.LargestGapMs).ShouldBe((0, 0, 0, 0, null, null));
    }

    [Fact]
    public void Add_TimesWithoutAYear_TakeItFromTheLinesBeforeOrHaveNone()
    {
        const string Klog = "I1231 23:59:50.000000 1 a.go:1] x\nI0101 00:00:10.000000 1 a.go:1] y\n";
        LogStatistics alone = Scan(Klog);
        (alone.TimedLines, alone.FirstTimeMs, alone.LargestGapMs).ShouldBe((2, null, 0));

        LogStatistics given = Scan(Klog, year: 2020);
        given.LargestGapMs.ShouldBe(20_000, "the year ends between them");
        given.LastTimeMs.ShouldBe(new DateTimeOffset(2021, 1, 1, 0, 0, 10, TimeSpan.Zero).ToUnixTimeMilliseconds());

        LogStatistics known = Scan("2020/12/31 23:59:40 begin\n" + Klog);
        (known.LastTimeMs, known.LargestGapMs).ShouldBe((given.LastTimeMs, 20_000L));
    }

    [SkippableFact]
    public void Add_TheNotebooksFirstLog_GivesItsFigures()
    {
        string figures = File.ReadAllText(SharedData.PathOrSkip("spec", "SEED-FIGURES.md"));
        string quoted = figures.Split("First log, printed whole: `")[1].Split("` →")[0];
        LogStatistics found = Scan(quoted.Replace("\\n", "\n", StringComparison.Ordinal));
        (found.Chars, found.Words, found.Lines).ShouldBe((517, 51, 5));
        (found.ErrorLines, found.InfoLines, found.TimedLines).ShouldBe((1, 1, 3));
    }

    private static LogStatistics Scan(string text, int? year = null) => LogStatisticsReader.Read(Encoding.UTF8.GetBytes(text), year);
}

using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Reads every recorded answer twice, with our reader and through a document tree, and compares cell by cell.</summary>
public class RecordedTablesTests
{
    [SkippableTheory]
    [InlineData("4.8GA", 104, 77_501, 11_127, 6_979_421, 129, "0:2721809 1:4152517 3:9237 4:8 12:23453 13:72397")]
    [InlineData("4.7GA", 71, 51_317, 5_582, 4_382_378, 662, "0:1609389 1:2738291 3:601 4:8 12:34089")]
    [InlineData("4.6GA", 61, 36_848, 6_263, 4_682_402, 126, "0:2202917 1:2431823 4:50 9:2 12:29528 13:18082")]
    public void Read_RecordedRelease_AgreesWithDocumentTreeAndTotals(string release, int tables, int tests, int runs, long cells, int alerts, string codes)
    {
        IReadOnlyList<(JobKey Key, string Path)> answers = RecordedAnswers.Tables(release);
        List<DecodeIssue> issues = [];
        Totals[] totals = new Totals[answers.Count];
        Parallel.For(0, answers.Count, i => totals[i] = Compare(answers[i].Key, answers[i].Path, issues));

        answers.Count.ShouldBe(tables);
        totals.Sum(t => t.Tests).ShouldBe(tests);
        totals.Sum(t => t.Runs).ShouldBe(runs);
        totals.Sum(t => t.Codes.Sum()).ShouldBe(cells);
        totals.Sum(t => t.Alerts).ShouldBe(alerts);
        string.Join(' ', Enumerable.Range(0, 16).Select(c => (Code: c, Count: totals.Sum(t => t.Codes[c]))).Where(c => c.Count > 0).Select(c => $"{c.Code}:{c.Count}"))
            .ShouldBe(codes);
        issues.ShouldBeEmpty();
    }

    private static Totals Compare(JobKey key, string path, List<DecodeIssue> issues)
    {
        ReadOnlyMemory<byte> utf8 = RecordedAnswers.Load(path);
        List<DecodeIssue> own = [];
        JobGrid grid = TableAnswerReader.Read(utf8.Span, key, own);
        lock (issues)
        {
            issues.AddRange(own);
        }

        using JsonDocument document = JsonDocument.Parse(utf8);
        JsonElement root = document.RootElement;
        Assert.Equal(Texts(root.GetProperty("changelists")), grid.Runs.Builds);
        Assert.Equal(root.GetProperty("timestamps").EnumerateArray().Select(t => t.GetInt64()), grid.Runs.TimesMs.ToArray());
        Assert.Equal(Texts(root.GetProperty("row_ids")), grid.Tests.Select(t => t.Id));
        root.GetProperty("custom-columns").EnumerateArray().Select(c => string.Join('|', Texts(c)))
            .ShouldBe(grid.Runs.Headers.Select(h => string.Join('|', h)));
        Texts(root.GetProperty("column-header-names")).Skip(3).Take(grid.Runs.Headers.Count).ShouldBe(grid.Runs.HeaderNames);

        Totals totals = new(grid.Tests.Count, grid.Runs.Count);
        JsonElement[] rows = root.GetProperty("tests").ValueKind == JsonValueKind.Null ? [] : [.. root.GetProperty("tests").EnumerateArray()];
        rows.Length.ShouldBe(grid.Tests.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            CompareRow(rows[i], grid, i, totals);
        }

        return totals;
    }

    private static void CompareRow(JsonElement expected, JobGrid grid, int index, Totals totals)
    {
        TestRow row = grid.Tests[index];
        Assert.Equal(expected.GetProperty("name").GetString(), row.Name);
        Assert.Equal(expected.GetProperty("target").GetString(), row.Target.ValueOrDefault());
        Assert.Equal(expected.GetProperty("alert").ValueKind == JsonValueKind.Object, row.Alert is not null);
        if (row.Alert is { } alert)
        {
            totals.Alerts++;
            alert.FailCount.ShouldBe(expected.GetProperty("alert").GetProperty("fail-count").GetInt32());
            (alert.PassTimeMs ?? 0).ShouldBe(Milliseconds(expected.GetProperty("alert").GetProperty("pass-time").GetInt64()));
            (alert.FailTimeMs ?? 0).ShouldBe(Milliseconds(expected.GetProperty("alert").GetProperty("fail-time").GetInt64()));
            alert.FailBuild.ValueOrDefault().ShouldBe(expected.GetProperty("alert").GetProperty("fail-cl").GetString());
        }

        List<byte> statuses = new(grid.Runs.Count);
        foreach (JsonElement run in expected.GetProperty("statuses").EnumerateArray())
        {
            for (int n = run.GetProperty("count").GetInt32(); n > 0; n--)
            {
                statuses.Add(run.GetProperty("value").GetByte());
            }
        }

        if (!grid.Row(index).SequenceEqual(statuses.ToArray()))
        {
            Assert.Fail($"{grid.Key}: the cells of \"{row.Name}\" differ.");
        }

        SameTexts(expected.GetProperty("messages"), row.Messages, grid, row);
        SameTexts(expected.GetProperty("short_texts"), row.ShortTexts, grid, row);
        foreach (byte status in statuses)
        {
            totals.Codes[status]++;
        }
    }

    private static void SameTexts(JsonElement expected, IReadOnlyList<string> found, JobGrid grid, TestRow row)
    {
        if (!Texts(expected).SequenceEqual(found))
        {
            Assert.Fail($"{grid.Key}: the texts of \"{row.Name}\" differ.");
        }
    }

    // The alerts of 2021 have microseconds, the older ones milliseconds.
    private static long Milliseconds(long published) => published > 100_000_000_000_000 ? published / 1000 : published;

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()!);

    private sealed record Totals(int Tests, int Runs)
    {
        public long[] Codes { get; } = new long[16];

        public int Alerts { get; set; }
    }
}

using System.IO.Compression;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Judgement;

/// <summary>Recorded answers read with a plain document tree, independent of the project's own reader.</summary>
internal static class RecordedTable
{
    public static IEnumerable<(string Dashboard, string Job, JsonElement Summary, JobGrid Grid)> Of(string release)
    {
        string root = SharedData.PathOrSkip("data", "testgrid", release);
        foreach (string folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            using JsonDocument summary = Open(Path.Combine(folder, "summary.json.gz"));
            foreach (JsonProperty entry in summary.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                string path = Path.Combine(folder, "table", entry.Name + ".json.gz");
                if (File.Exists(path))
                {
                    string dashboard = Path.GetFileName(folder);
                    using JsonDocument table = Open(path);
                    yield return (dashboard, entry.Name, entry.Value, Grid(new JobKey(dashboard, entry.Name), table.RootElement));
                }
            }
        }
    }

    // Times come in seconds, milliseconds or microseconds, depending on year and field; they tell by size.
    public static long? Milliseconds(JsonElement value)
    {
        long number = value.ValueKind == JsonValueKind.String
            ? long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            : (long)value.GetDouble();
        return number switch
        {
            0 => null,
            < 100_000_000_000 => number * 1000,
            < 100_000_000_000_000 => number,
            _ => number / 1000,
        };
    }

    public static int Count(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? int.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
        : value.GetInt32();

    private static JsonDocument Open(string path)
    {
        using GZipStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
        return JsonDocument.Parse(stream);
    }

    private static JobGrid Grid(JobKey key, JsonElement table)
    {
        long[] times = [.. table.List("timestamps").Select(t => (long)t.GetDouble())];
        IReadOnlyList<string> builds = table.Texts("changelists");
        string[][] headers = [.. table.List("custom-columns").Select(h => h.EnumerateArray().Select(v => v.GetString()!).ToArray()).Where(h => h.Length == times.Length)];
        RunAxis runs = new([.. times.Select((_, c) => c < builds.Count ? builds[c] : "")], times, [.. headers.Select((_, i) => $"h{i}")], headers);
        IReadOnlyList<JsonElement> tests = table.List("tests");
        byte[] statuses = new byte[tests.Count * times.Length];
        int at = 0;
        foreach (JsonElement test in tests)
        {
            foreach (JsonElement pair in test.List("statuses"))
            {
                int count = pair.Int("count");
                statuses.AsSpan(at, count).Fill((byte)pair.Int("value"));
                at += count;
            }
        }

        GridInfo info = new() { StaleTestThreshold = table.Has("stale-test-threshold") ? Published<int>.Of(table.Int("stale-test-threshold")) : default };
        return new JobGrid(key, info, [.. tests.Select(Test)], runs, statuses);
    }

    private static TestRow Test(JsonElement test)
    {
        JsonElement alert = test.At("alert");
        return new TestRow
        {
            Name = test.Text("name"),
            Messages = test.Texts("messages"),
            LinkedBugs = test.Texts("linked_bugs"),
            Alert = alert.ValueKind != JsonValueKind.Object ? null : new RowAlert
            {
                FailCount = Count(alert.At("fail-count")),
                FailTimeMs = Milliseconds(alert.At("fail-time")),
                PassTimeMs = Milliseconds(alert.At("pass-time")),
                Message = Published<string>.Of(alert.Text("message")),
            },
        };
    }
}

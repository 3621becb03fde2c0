using System.Text.Json;

namespace CiFeatures.Tests.Simulation.Support;

/// <summary>A table answer read without any of the project's readers.</summary>
internal sealed class PlainTable
{
    public required string Dashboard { get; init; }

    public required string Job { get; init; }

    public required JsonElement Root { get; init; }

    public required string[] Builds { get; init; }

    public required long[] Times { get; init; }

    public required PlainRow[] Rows { get; init; }

    public static PlainTable Parse(string dashboard, string job, byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement root = document.RootElement.Clone();
        JsonElement tests = root.GetProperty("tests");
        return new PlainTable
        {
            Dashboard = dashboard,
            Job = job,
            Root = root,
            Builds = [.. root.GetProperty("changelists").EnumerateArray().Select(id => id.GetString()!)],
            Times = [.. root.GetProperty("timestamps").EnumerateArray().Select(time => time.GetInt64())],
            Rows = tests.ValueKind == JsonValueKind.Null ? [] : [.. tests.EnumerateArray().Select(PlainRow.Parse)],
        };
    }
}

/// <summary>A row of it, run lengths expanded.</summary>
internal sealed class PlainRow
{
    public required JsonElement Root { get; init; }

    public required string Name { get; init; }

    public required int[] Cells { get; init; }

    public required int[] RunLengths { get; init; }

    public required int[] RunCodes { get; init; }

    public required string[] Messages { get; init; }

    public required string[] Shorts { get; init; }

    public bool HasAlert => Root.GetProperty("alert").ValueKind == JsonValueKind.Object;

    public int Filled => Cells.Count(cell => cell != 0);

    public static PlainRow Parse(JsonElement row)
    {
        var cells = new List<int>();
        var lengths = new List<int>();
        foreach (JsonElement run in row.GetProperty("statuses").EnumerateArray())
        {
            int count = run.GetProperty("count").GetInt32();
            cells.AddRange(Enumerable.Repeat(run.GetProperty("value").GetInt32(), count));
            lengths.Add(count);
        }

        return new PlainRow
        {
            Root = row,
            Name = row.GetProperty("name").GetString()!,
            Cells = [.. cells],
            RunLengths = [.. lengths],
            RunCodes = [.. row.GetProperty("statuses").EnumerateArray().Select(run => run.GetProperty("value").GetInt32())],
            Messages = [.. row.GetProperty("messages").EnumerateArray().Select(text => text.GetString()!)],
            Shorts = [.. row.GetProperty("short_texts").EnumerateArray().Select(text => text.GetString()!)],
        };
    }
}

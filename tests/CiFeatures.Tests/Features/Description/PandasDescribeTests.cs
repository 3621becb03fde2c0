using System.Globalization;
using System.Text.Json;
using CiFeatures.Tests.Formats.Interop;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Description;

/// <summary><c>cifeatures describe</c> against pandas' own <c>describe()</c> of the same files, digit by digit.</summary>
public sealed class PandasDescribeTests : IDisposable
{
    private static readonly string[] Figures = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"];

    // Around the borders of the summation: eight at a time, 128 at a time, by halves.
    private static readonly int[] RowCounts = [1, 2, 3, 7, 8, 9, 16, 100, 127, 128, 129, 137, 1000, 5003];

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task Describe_NastyColumns_PrintsWhatPandasPrints()
    {
        string[] files = [.. RowCounts.Select((rows, i) => Write($"rows{rows}.csv", NastyColumns.Csv(NastyColumns.Of(seed: 100 + i, rows))))];

        await ShouldAgree(files);
    }

    [SkippableFact]
    public async Task Describe_RandomNumbersOfEverySize_PrintsWhatPandasPrints()
    {
        var random = new Random(7);
        double?[] Column() => [.. Enumerable.Range(0, 3).Select(double? (_) => RandomBits(random))];
        var columns = Enumerable.Range(0, 200).ToDictionary(i => $"c{i:000}", _ => Column(), StringComparer.Ordinal);

        await ShouldAgree([Write("random.csv", NastyColumns.Csv(columns))]);
    }

    [SkippableFact]
    public async Task Describe_ColumnOfNullsOnly_HasTheFiguresOfPandas()
    {
        string csv = Write("nulls.csv", "n,nothing\n1,\n2,\n");
        JsonElement theirs = Peers.PythonScript("pandas_describe.py", csv)[0][1];
        theirs.GetProperty("printed").EnumerateArray().Select(p => p.GetString()).ShouldBe(["0.0", .. Enumerable.Repeat("NaN", 7)]);

        // A CSV file does not say that the column is one of numbers, so it counts as text and --all shows it.
        CliRun run = await CliRun.StartAsync(_folder.Path, "describe", csv, "--all", "--columns", "nothing", "--json");

        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("columns")[0].GetProperty("count").GetInt32().ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    // Any finite double whose square does not overflow, so that there is a deviation to print.
    private static double RandomBits(Random random)
    {
        while (true)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value) && Math.Abs(value) < 1e150)
            {
                return value;
            }
        }
    }

    private static bool Close(double ours, double theirs) => Math.Abs(ours - theirs) <= 1e-12 * Math.Max(Math.Abs(ours), Math.Abs(theirs));

    private static Dictionary<string, string[]> Printed(string output) => output.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length == Figures.Length + 1 && words[0] != "column")
        .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    private async Task ShouldAgree(string[] files)
    {
        JsonElement[] theirs = [.. Peers.PythonScript("pandas_describe.py", files).EnumerateArray()];
        List<string> differences = [];
        for (int i = 0; i < files.Length; i++)
        {
            CliRun text = await CliRun.StartAsync(_folder.Path, "describe", files[i]);
            CliRun json = await CliRun.StartAsync(_folder.Path, "describe", files[i], "--json");
            text.ExitCode.ShouldBe(0, text.Error);
            Dictionary<string, string[]> printed = Printed(text.Output);
            using var document = JsonDocument.Parse(json.Output);
            Dictionary<string, JsonElement> values = document.RootElement.GetProperty("columns").EnumerateArray().ToDictionary(c => c.GetProperty("column").GetString()!);
            foreach (JsonElement column in theirs[i].EnumerateArray())
            {
                Compare($"{Path.GetFileName(files[i])} {column.GetProperty("name").GetString()}", column, printed, values, differences);
            }
        }

        differences.ShouldBeEmpty();
    }

    private static void Compare(string place, JsonElement theirs, Dictionary<string, string[]> printed, Dictionary<string, JsonElement> values, List<string> differences)
    {
        string name = theirs.GetProperty("name").GetString()!;
        string[] expected = [.. theirs.GetProperty("printed").EnumerateArray().Select(p => p.GetString()!)];
        if (!printed.TryGetValue(name, out string[]? found))
        {
            // Nothing but nulls: a CSV file does not say that these were to be numbers.
            if (expected[0] != "0.0")
            {
                differences.Add($"{place} is not described");
            }

            return;
        }

        if (!found.SequenceEqual(expected))
        {
            differences.Add($"{place}: printed {string.Join(' ', found)}, pandas prints {string.Join(' ', expected)}");
        }

        for (int f = 0; f < Figures.Length; f++)
        {
            JsonElement ours = values[name].GetProperty(Figures[f]);
            string? value = theirs.GetProperty("values")[f].GetString();

            // JSON has no infinity, which a deviation of huge numbers is.
            bool isNone = value is null or "inf" or "-inf";
            bool same = isNone || ours.ValueKind == JsonValueKind.Null
                ? isNone && ours.ValueKind == JsonValueKind.Null
                : Close(ours.GetDouble(), double.Parse(value!, CultureInfo.InvariantCulture));
            if (!same)
            {
                differences.Add($"{place}: {Figures[f]} is {ours}, pandas has {value ?? "NaN"}");
            }
        }
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.PathOf(name), text);
        return _folder.PathOf(name);
    }
}

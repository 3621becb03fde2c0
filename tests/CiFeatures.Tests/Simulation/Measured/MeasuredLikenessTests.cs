using CiFeatures.Simulation;
using CiFeatures.Simulation.Measured;
using CiFeatures.Tests.Simulation.Support;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Simulation.Measured;

/// <summary>A simulation of the measured size is compared with figures that were counted over recorded answers (docs/simulation.md).</summary>
public class MeasuredLikenessTests
{
    private static readonly PlainTable[] Tables =
        [.. SimulatedRun.Of(SimulationOptions.For(SimulationPreset.Real, 7) with { Dashboards = ["like-5.1"], JobsPerDashboard = [30] }).Tables()];

    private static readonly PlainRow[] Rows = [.. Tables.SelectMany(table => table.Rows)];

    [Fact]
    public void Run_RealPreset_HasTheSharesOfStatuses()
    {
        // Recorded, without the one answer that has 1,362 runs of which hardly any reached its tests: 18.8, 79, 0.44 and 1.39 %.
        PlainRow[] rows = [.. Tables.Where(table => table.Builds.Length <= 400).SelectMany(table => table.Rows)];
        double cells = rows.Sum(row => (double)row.Cells.Length);
        Share(0).ShouldBeInRange(9, 35);
        Share(1).ShouldBeInRange(63, 90);
        Share(12).ShouldBeInRange(0.2, 0.9);
        Share(13).ShouldBeInRange(0.5, 2.5);

        double Share(int code) => 100 * rows.Sum(row => (double)row.Cells.Count(cell => cell == code)) / cells;
    }

    [Fact]
    public void Run_RealPreset_HasTheRunLengths()
    {
        Dictionary<int, int[]> lengths = Rows
            .SelectMany(row => row.RunLengths.Zip(row.RunCodes, (length, code) => (Code: code, length)))
            .GroupBy(run => run.Code)
            .ToDictionary(group => group.Key, group => group.Select(run => run.length).Order().ToArray());

        // Recorded medians and 90 % points: 0: 1, 4; 1: 3, 23; 12: 1, 2; 13: 1, 8.
        At(0, 0.5).ShouldBe(1);
        At(0, 0.9).ShouldBeInRange(2, 8);
        At(1, 0.5).ShouldBeInRange(2, 8);
        At(1, 0.9).ShouldBeInRange(15, 40);
        At(12, 0.5).ShouldBe(1);
        At(12, 0.9).ShouldBeInRange(1, 4);
        At(13, 0.5).ShouldBe(1);
        At(13, 0.9).ShouldBeInRange(3, 16);

        int At(int code, double place) => lengths[code][(int)(place * (lengths[code].Length - 1))];
    }

    [Fact]
    public void Run_RealPreset_HasTheSizesAndNames()
    {
        int[] tests = [.. Tables.Select(table => table.Rows.Length).Order()];
        int[] nameLengths = [.. Rows.Select(row => row.Name.Length).Order()];

        // Recorded: quartiles 202, 1039, 1274 tests; names 131, 177, 211 characters; 81 % with [sig-, 79 % with [Suite:, 9.8 % with two blanks.
        ((double)tests[tests.Length / 4]).ShouldBeInRange(150, 260);
        ((double)tests[^(tests.Length / 4)]).ShouldBeInRange(1150, 1390);
        tests[^1].ShouldBeLessThanOrEqualTo(1390);
        ((double)nameLengths[nameLengths.Length / 2]).ShouldBe(177, 25);
        ((double)nameLengths[nameLengths.Length * 9 / 10]).ShouldBe(241, 25);
        Percent(row => row.Name.Contains("[sig-", StringComparison.Ordinal)).ShouldBe(81.4, 8);
        Percent(row => row.Name.Contains("[Suite:", StringComparison.Ordinal)).ShouldBe(79.2, 9);
        Percent(row => row.Name.Contains("  ", StringComparison.Ordinal)).ShouldBe(9.8, 3);
        Rows.ShouldContain(row => row.Name == "Overall");
    }

    [Fact]
    public void Run_RealPreset_HasTheKindsOfRows()
    {
        // Recorded: 87.4 % only pass, 6.7 % pass and fail, 4.3 % hold FLAKY without FAIL, 0.6 % only fail; 129 of 77,501 rows (0.17 %) with an alert.
        Percent(row => row.Cells.All(cell => cell is 0 or 1)).ShouldBe(87.4, 6);
        Percent(row => row.Cells.Contains(12) && row.Cells.Contains(1) && !row.Cells.Contains(13)).ShouldBe(6.7, 4.5);
        Percent(row => row.Cells.Contains(13) && !row.Cells.Contains(12)).ShouldBe(4.3, 3.5);
        Percent(row => row.HasAlert).ShouldBeInRange(0.03, 0.6);
    }

    [SkippableFact]
    public void Tables_RecordedAnswers_HaveTheQuantilesThatTheCodeHolds()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid", "4.8GA");
        List<double> tests = [];
        List<double> runs = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.json.gz", SearchOption.AllDirectories).Where(path => path.Contains("table", StringComparison.Ordinal)))
        {
            using var gzip = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
            using var document = System.Text.Json.JsonDocument.Parse(gzip);
            tests.Add(document.RootElement.GetProperty("tests").GetArrayLength());
            runs.Add(document.RootElement.GetProperty("timestamps").GetArrayLength());
        }

        tests.Sort();
        runs.Sort();
        tests.Count.ShouldBe(104);
        for (int step = 0; step <= 20; step++)
        {
            int place = (int)((step / 20.0 * 103) + 0.5);
            GridMeasures.Tests.At(step / 20.0).ShouldBe(tests[place], 1e-6, $"tests at {5 * step} %");
            GridMeasures.Runs.At(step / 20.0).ShouldBe(runs[place], 1e-6, $"runs at {5 * step} %");
        }
    }

    private static double Percent(Func<PlainRow, bool> holds) => 100.0 * Rows.Count(holds) / Rows.Length;
}

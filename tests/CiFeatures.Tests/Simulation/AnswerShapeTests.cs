using System.Text.Json;
using CiFeatures.Simulation;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation;

/// <summary>What holds for all recorded answers holds for simulated ones, in every era and with every oddity.</summary>
public class AnswerShapeTests
{
    public static TheoryData<ServiceEra, OddityLevel> Cases()
    {
        var cases = new TheoryData<ServiceEra, OddityLevel>();
        foreach (ServiceEra era in Enum.GetValues<ServiceEra>())
        {
            cases.Add(era, OddityLevel.None);
            cases.Add(era, OddityLevel.All);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_AnyEra_CountsSumToTheColumnsAndMessagesToTheFilledCells(ServiceEra era, OddityLevel oddities)
    {
        SimulatedRun run = SimulatedRun.Of(SimulatedRun.Little(21) with { Era = era, Oddities = oddities, JobsPerDashboard = [1, 6] });

        int rows = 0;
        foreach (PlainTable table in run.Tables())
        {
            table.Times.Length.ShouldBe(table.Builds.Length);
            table.Times.ShouldBeInOrder(SortDirection.Descending);
            table.Rows.Select(row => row.Name).ShouldBeUnique();
            table.Root.GetProperty("row_ids").EnumerateArray().Select(id => id.GetString()).ShouldBe(table.Rows.Select(row => row.Name));
            table.Root.GetProperty("column_ids").EnumerateArray().Select(id => id.GetString()![1..]).ShouldBe(table.Builds);
            int headers = table.Root.GetProperty("column-header-names").GetArrayLength();
            table.Root.GetProperty("custom-columns").GetArrayLength().ShouldBe(headers - 3);
            foreach (PlainRow row in table.Rows)
            {
                row.Cells.Length.ShouldBe(table.Builds.Length);
                row.RunLengths.ShouldAllBe(length => length > 0);
                row.Messages.Length.ShouldBe(row.Filled);
                row.Shorts.Length.ShouldBe(row.Filled);
                row.Filled.ShouldBeGreaterThan(0);
                row.Messages.ShouldAllBe(message => message.Length <= 175);
                rows++;
            }
        }

        rows.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData(ServiceEra.Autumn2020, 13, 10, 13, true)]
    [InlineData(ServiceEra.Winter2021, 13, 13, 16, false)]
    [InlineData(ServiceEra.Summer2021, 13, 13, 16, true)]
    [InlineData(ServiceEra.Year2022, 10, 10, 13, true)]
    public void Run_EachEra_HasItsUnits(ServiceEra era, int lastRunDigits, int summaryAlertDigits, int tableAlertDigits, bool hasFlakyCells)
    {
        SimulatedRun run = SimulatedRun.Of(SimulationOptions.For(SimulationPreset.Small, 4) with { Era = era, Oddities = OddityLevel.None, JobsPerDashboard = [4, 12] });

        long[] lastRuns = [.. Entries(run).Select(entry => entry.GetProperty("last_run_timestamp").GetInt64())];
        long[] failTimes = [.. Entries(run).SelectMany(entry => entry.GetProperty("tests").EnumerateArray()).Select(alert => alert.GetProperty("fail_timestamp").GetInt64())];
        long[] tableTimes = [.. run.Tables().SelectMany(table => table.Rows).Where(row => row.HasAlert).Select(row => row.Root.GetProperty("alert").GetProperty("fail-time").GetInt64())];
        failTimes.ShouldNotBeEmpty();
        tableTimes.ShouldNotBeEmpty();
        lastRuns.ShouldAllBe(time => Digits(time) == lastRunDigits);
        failTimes.ShouldAllBe(time => Digits(time) == summaryAlertDigits);
        tableTimes.ShouldAllBe(time => Digits(time) == tableAlertDigits);
        run.Tables().SelectMany(table => table.Rows).Any(row => row.Cells.Contains(13)).ShouldBe(hasFlakyCells);
        run.Tables().SelectMany(table => table.Rows).Any(row => row.Name.EndsWith(" [1]", StringComparison.Ordinal)).ShouldBe(era == ServiceEra.Winter2021);
    }

    [Fact]
    public void Run_WithDurations_HasOneValuePerColumnAndNoneWhereNothingRan()
    {
        SimulatedRun run = SimulatedRun.Of(SimulatedRun.Little(9) with { Durations = true });

        foreach (PlainTable table in run.Tables())
        {
            foreach (PlainRow row in table.Rows)
            {
                JsonElement[] values = [.. row.Root.GetProperty("graphs")[0].GetProperty("values")[0].EnumerateArray()];
                values.Length.ShouldBe(table.Builds.Length);
                for (int column = 0; column < values.Length; column++)
                {
                    if (row.Cells[column] is 0 or 4)
                    {
                        values[column].ValueKind.ShouldBe(JsonValueKind.Null);
                    }
                    else if (values[column].ValueKind == JsonValueKind.Number)
                    {
                        values[column].GetDouble().ShouldBeGreaterThan(0);
                    }
                }
            }
        }
    }

    [Fact]
    public void Run_WithoutDurations_HasNoGraphs() =>
        SimulatedRun.Of(SimulatedRun.Little(9) with { Durations = false }).Tables().SelectMany(table => table.Rows)
            .Select(row => row.Root.TryGetProperty("graphs", out _)).ShouldAllBe(has => !has);

    private static IEnumerable<JsonElement> Entries(SimulatedRun run) =>
        SimulationOptions.NamesFor(2).SelectMany(dashboard => run.Summary(dashboard).EnumerateObject()).Select(entry => entry.Value);

    private static int Digits(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}

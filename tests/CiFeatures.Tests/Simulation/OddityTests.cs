using System.Text.Json;
using CiFeatures.Simulation;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation;

public class OddityTests
{
    private static readonly SimulationOptions Options = SimulationOptions.For(SimulationPreset.Small, 17) with
    {
        Dashboards = ["one-5.1"],
        JobsPerDashboard = [12],
        RunsPerJob = 60,
    };

    [Fact]
    public void Run_AllOddities_EachAppears()
    {
        SimulatedRun run = SimulatedRun.Of(Options with { Oddities = OddityLevel.All });
        PlainTable[] tables = [.. run.Tables()];
        PlainRow[] rows = [.. tables.SelectMany(table => table.Rows)];
        PlainTable[] empty = [.. tables.Where(table => table.Builds.Length == 0)];

        tables.ShouldContain(table => table.Times.Contains(0));
        tables.Where(table => table.Times.Contains(0)).ShouldAllBe(table => Extra(table, Array.IndexOf(table.Times, 0)) == "missing");
        tables.ShouldContain(table => table.Times.Zip(table.Times.Skip(1)).Any(pair => pair.First == pair.Second && pair.First != 0));
        tables.ShouldContain(table => table.Builds.Length > 0 && table.Builds.All(build => build.Length <= 5));
        tables.ShouldContain(table => table.Builds.Length > 0 && table.Builds.All(build => build.Length == 19));
        empty.ShouldAllBe(table => table.Root.GetProperty("alerts").GetString()!.Contains("stale", StringComparison.Ordinal));
        empty.ShouldContain(table => table.Root.GetProperty("tests").ValueKind == JsonValueKind.Null);
        empty.ShouldContain(table => table.Root.GetProperty("tests").ValueKind == JsonValueKind.Array);
        rows.ShouldContain(row => row.Name == "Truncated");
        rows.ShouldContain(row => row.Name.Contains("  ", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Messages.Any(message => message.Contains('\uFFFD')));
        rows.ShouldContain(row => row.Messages.Any(message => message.Contains("...", StringComparison.Ordinal) && message.Length >= 143));
        rows.SelectMany(row => row.Cells).Distinct().ShouldBeSubsetOf([0, 1, 3, 4, 6, 9, 12, 13]);
        rows.SelectMany(row => row.Cells).ShouldContain(6);
        rows.SelectMany(row => row.Cells).ShouldContain(9);
        tables.Select(Headers).Distinct().Count().ShouldBeGreaterThan(3);
        tables.Select(table => table.Root.GetProperty("clusters").ValueKind).Distinct().Count().ShouldBe(2);
        JsonElement summary = run.Summary("one-5.1");
        summary.EnumerateObject().ShouldContain(entry => entry.Value.GetProperty("status").GetString() == "no completed results" && entry.Value.GetProperty("overall_status").GetString()!.Length == 0);
        summary.EnumerateObject().Count().ShouldBe(12);
        tables.Length.ShouldBeLessThan(12);
        summary.EnumerateObject().ShouldContain(entry => entry.Name.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NoOddities_AllAnswersAreRegular()
    {
        SimulatedRun run = SimulatedRun.Of(Options with { Oddities = OddityLevel.None });
        PlainTable[] tables = [.. run.Tables()];
        PlainRow[] rows = [.. tables.SelectMany(table => table.Rows)];

        tables.Length.ShouldBe(12);
        tables.ShouldAllBe(table => table.Builds.Length == 60 && table.Builds.All(build => build.Length == 19));
        tables.ShouldAllBe(table => table.Times.Distinct().Count() == table.Times.Length && !table.Times.Contains(0));
        rows.ShouldAllBe(row => !row.Name.Contains("  ", StringComparison.Ordinal) && row.Name == row.Name.Trim());
        rows.ShouldAllBe(row => !row.Messages.Any(message => message.Contains('\uFFFD')));
        tables.Select(Headers).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Run_Winter2021_SplitRowsHoldTheRetry()
    {
        SimulatedRun run = SimulatedRun.Of(Options with { Era = ServiceEra.Winter2021, Oddities = OddityLevel.None });

        int pairs = 0;
        foreach (PlainTable table in run.Tables())
        {
            foreach (PlainRow twin in table.Rows.Where(row => row.Name.EndsWith(" [1]", StringComparison.Ordinal)))
            {
                PlainRow first = table.Rows.Single(row => row.Name == twin.Name[..^4]);
                first.Cells.Zip(twin.Cells).Where(pair => pair.Second == 1).ShouldAllBe(pair => pair.First == 12);
                pairs++;
            }
        }

        pairs.ShouldBeGreaterThan(0);
    }

    private static string Headers(PlainTable table) => string.Join('|', table.Root.GetProperty("column-header-names").EnumerateArray().Select(name => name.GetString()));

    private static string Extra(PlainTable table, int column) => table.Root.GetProperty("custom-columns")[0][column].GetString()!;
}

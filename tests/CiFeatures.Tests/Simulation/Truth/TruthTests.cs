using CiFeatures.Simulation;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation.Truth;

/// <summary>The truth that is told is what the published cells show.</summary>
public class TruthTests
{
    private static readonly SimulatedRun Run = SimulatedRun.Of(SimulationOptions.For(SimulationPreset.Small, 31) with
    {
        Dashboards = ["truth-5.1"],
        JobsPerDashboard = [12],
        RunsPerJob = 120,
        Oddities = OddityLevel.None,
    });

    [Fact]
    public void Tests_Regression_FailsFromItsBuildOnUntilFixed()
    {
        int checkedTests = 0;
        foreach ((TestTruth test, PlainTable table, PlainRow row) in Rows(TestClass.Regression))
        {
            IReadOnlyDictionary<string, RunTruth> runs = RunsOf(test);
            for (int column = 0; column < row.Cells.Length; column++)
            {
                RunTruth run = runs[table.Builds[column]];
                if (run.Incident != IncidentKind.None || row.Cells[column] == 0)
                {
                    continue;
                }

                bool broken = run.RunTimeMs >= test.RegressedTimeMs && !(run.RunTimeMs >= test.FixedTimeMs);
                row.Cells[column].ShouldBe(broken ? 12 : 1, $"{test.Test} in {run.Build}");
            }

            row.Cells.ShouldContain(12);
            checkedTests++;
        }

        checkedTests.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Tests_Flaky_FailAsOftenAsTheirRateSays()
    {
        // Five standard deviations for each test; chi-square over all of them.
        int tests = 0;
        double square = 0;
        foreach ((TestTruth test, PlainTable table, PlainRow row) in Rows(TestClass.Flaky))
        {
            IReadOnlyDictionary<string, RunTruth> runs = RunsOf(test);
            int[] cells = [.. row.Cells.Where((cell, column) => cell is 1 or 12 or 13 && runs[table.Builds[column]].Incident == IncidentKind.None)];
            int failed = cells.Count(cell => cell != 1);
            double expected = cells.Length * test.FlakeRate;
            double deviation = Math.Sqrt(cells.Length * test.FlakeRate * (1 - test.FlakeRate));
            Math.Abs(failed - expected).ShouldBeLessThan((5 * deviation) + 2.5, $"{test.Test}: {failed} of {cells.Length} at {test.FlakeRate}");
            if (deviation > 1.5)
            {
                square += Math.Pow((failed - expected) / deviation, 2);
                tests++;
            }
        }

        tests.ShouldBeGreaterThan(20);
        (square / tests).ShouldBeInRange(0.6, 1.5);
    }

    [Fact]
    public void Tests_Flaky_RetriesPassAsOftenAsToldOverAll()
    {
        double expected = 0;
        int retried = 0;
        int failed = 0;
        foreach ((TestTruth test, PlainTable table, PlainRow row) in Rows(TestClass.Flaky))
        {
            IReadOnlyDictionary<string, RunTruth> runs = RunsOf(test);
            int[] cells = [.. row.Cells.Where((cell, column) => cell is 12 or 13 && runs[table.Builds[column]].Incident == IncidentKind.None)];
            expected += cells.Length * test.RetryPassRatio;
            retried += cells.Count(cell => cell == 13);
            failed += cells.Length;
        }

        failed.ShouldBeGreaterThan(200);
        ((double)retried).ShouldBe(expected, failed * 0.05);
    }

    [Fact]
    public void Runs_Incident_HoldMoreFailuresOrFewerResults()
    {
        foreach (PlainTable table in Run.Tables())
        {
            IReadOnlyDictionary<string, RunTruth> runs = Run.Truth.Runs.Where(run => run.Job == table.Job).ToDictionary(run => run.Build);
            double[] failed = [.. table.Builds.Select((_, column) => (double)table.Rows.Count(row => row.Cells[column] == 12))];
            double[] filled = [.. table.Builds.Select((_, column) => (double)table.Rows.Count(row => row.Cells[column] != 0))];
            int[] sound = [.. Columns(IncidentKind.None)];
            double usual = sound.Select(column => filled[column]).DefaultIfEmpty(0).Average();
            foreach (int column in Columns(IncidentKind.NoResults))
            {
                filled[column].ShouldBeLessThanOrEqualTo(3);
            }

            foreach (int column in Columns(IncidentKind.InstallFailure))
            {
                filled[column].ShouldBeLessThan(usual);
                table.Rows.Single(row => row.Name.EndsWith("ipi-install-install container test", StringComparison.Ordinal)).Cells[column].ShouldBe(12);
            }

            int[] mass = [.. Columns(IncidentKind.MassFailure)];
            if (mass.Length > 0 && sound.Length > 0)
            {
                mass.Average(column => failed[column]).ShouldBeGreaterThan(sound.Average(column => failed[column]));
            }

            IEnumerable<int> Columns(IncidentKind kind) => Enumerable.Range(0, table.Builds.Length)
                .Where(column => runs[table.Builds[column]].Incident == kind && !table.Rows.Any(row => row.Cells[column] == 4));
        }

        Run.Truth.Runs.Select(run => run.Incident).Distinct().ShouldContain(IncidentKind.MassFailure);
        Run.Truth.Runs.Where(run => run.Incident == IncidentKind.None).ShouldAllBe(run => run.AffectedTests == 0);
        Run.Truth.Runs.Where(run => run.Incident == IncidentKind.InstallFailure).ShouldAllBe(run => run.AffectedTests > 0);
    }

    [Fact]
    public void Tests_NewAndStale_HaveNoCellsOutsideTheirTime()
    {
        int checkedTests = 0;
        foreach (TestClass kind in new[] { TestClass.New, TestClass.Stale })
        {
            foreach ((TestTruth test, PlainTable table, PlainRow row) in Rows(kind))
            {
                IReadOnlyDictionary<string, RunTruth> runs = RunsOf(test);
                long from = test.NewSinceBuild is { } first ? runs[first].RunTimeMs : long.MinValue;
                long to = test.StaleSinceBuild is { } last ? runs[last].RunTimeMs : long.MaxValue;
                for (int column = 0; column < row.Cells.Length; column++)
                {
                    long time = runs[table.Builds[column]].RunTimeMs;
                    if (time < from || time >= to)
                    {
                        row.Cells[column].ShouldBe(0, $"{test.Test} in {table.Builds[column]}");
                    }
                }

                checkedTests++;
            }
        }

        checkedTests.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Tests_StableAndAlwaysFailing_DoSoOutsideOfIncidents()
    {
        foreach ((TestClass kind, int code) in new[] { (TestClass.Stable, 1), (TestClass.AlwaysFailing, 12), (TestClass.Skipped, 3) })
        {
            foreach ((TestTruth test, PlainTable table, PlainRow row) in Rows(kind))
            {
                IReadOnlyDictionary<string, RunTruth> runs = RunsOf(test);
                row.Cells.Where((cell, column) => cell != 0 && runs[table.Builds[column]].Incident == IncidentKind.None).ShouldAllBe(cell => cell == code);
            }
        }
    }

    [Fact]
    public void Tests_Every_IsToldOnce()
    {
        Run.Truth.Tests.Select(test => (test.Job, test.Test)).ShouldBeUnique();
        foreach (PlainTable table in Run.Tables())
        {
            string[] told = [.. Run.Truth.Tests.Where(test => test.Job == table.Job).Select(test => test.Test)];
            table.Rows.Select(row => row.Name).ShouldBeSubsetOf(told);
        }
    }

    private static IEnumerable<(TestTruth Test, PlainTable Table, PlainRow Row)> Rows(TestClass kind)
    {
        foreach (PlainTable table in Run.Tables())
        {
            Dictionary<string, PlainRow> rows = table.Rows.ToDictionary(row => row.Name);
            foreach (TestTruth test in Run.Truth.Tests.Where(test => test.Job == table.Job && test.Class == kind))
            {
                if (rows.TryGetValue(test.Test, out PlainRow? row))
                {
                    yield return (test, table, row);
                }
            }
        }
    }

    private static IReadOnlyDictionary<string, RunTruth> RunsOf(TestTruth test) => Run.Truth.Runs.Where(run => run.Job == test.Job).ToDictionary(run => run.Build);
}

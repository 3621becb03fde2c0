using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>Makes the cells of a job's whole history from its plan.</summary>
internal static class CellModel
{
    private const double Dropout = 0.0015;
    private const double FailsOutsideOfTests = 0.03;

    /// <summary>Status codes [test][run], runs oldest first, with retried results as FLAKY. Counts the tests that each incident touched.</summary>
    public static byte[][] Fill(JobPlan plan, ServiceEra era)
    {
        var cells = new byte[plan.Tests.Length][];
        var verdicts = new RunVerdict[plan.Runs.Length];
        for (int t = 0; t < cells.Length; t++)
        {
            cells[t] = plan.Tests[t].Class == TestClass.Build ? new byte[plan.Runs.Length] : FillTest(plan.Tests[t], plan.Runs, verdicts, plan.Oddities);
        }

        for (int t = 0; t < cells.Length; t++)
        {
            if (plan.Tests[t].Class == TestClass.Build)
            {
                FillBuild(plan.Tests[t], plan, verdicts, cells[t], era);
            }
        }

        for (int r = 0; r < verdicts.Length; r++)
        {
            plan.Runs[r].Affected = verdicts[r].Affected;
        }

        return cells;
    }

    private static byte[] FillTest(TestPlan test, RunPlan[] runs, RunVerdict[] verdicts, JobOddities oddities)
    {
        var chance = new ChanceStream(StreamKey.Of(test.Key, 1));
        var row = new byte[runs.Length];
        for (int r = 0; r < runs.Length; r++)
        {
            // Always the same number of draws, so that one cell's fate does not move the next one's.
            double present = chance.NextUnit();
            double attempt = chance.NextUnit();
            double retry = chance.NextUnit();
            double fate = chance.NextUnit();
            RunPlan run = runs[r];
            if (!test.ExistsIn(r) || present >= test.Presence * (test.Group > TestGroup.Step ? 1 - Dropout : 1))
            {
                continue;
            }

            CellStatus status = Healthy(test, r, run, attempt, retry);
            CellStatus actual = IncidentRules.Apply(test, run, status, fate);
            if (test.Group == TestGroup.Pod && actual == CellStatus.Pass && !oddities.Regular && fate < (oddities.Forced ? 0.03 : 0.001))
            {
                actual = CellStatus.Unknown;
            }

            row[r] = (byte)actual;
            verdicts[r].Failed |= actual == CellStatus.Fail;
            verdicts[r].SuiteFailed |= actual == CellStatus.Fail && test.Group >= TestGroup.Monitor;
            verdicts[r].Retried |= actual == CellStatus.Flaky;
            verdicts[r].Affected += actual != status ? 1 : 0;
        }

        return row;
    }

    private static CellStatus Healthy(TestPlan test, int run, RunPlan plan, double attempt, double retry)
    {
        switch (test.Class)
        {
            case TestClass.AlwaysFailing:
                return CellStatus.Fail;
            case TestClass.Skipped:
                return CellStatus.PassWithSkips;
            case TestClass.Regression:
                return run >= test.RegressedRun && run < test.FixedRun ? CellStatus.Fail : CellStatus.Pass;
            case TestClass.Flaky:
                // Small rates are concentrated in stressed runs. Over runs each test still fails independently at its rate.
                double rate = test.FlakeRate * plan.StressFactor;
                bool concentrate = test.RetryPassRatio < 1 && test.FlakeRate < RowMeasures.StressedRuns;
                bool fails = attempt < (concentrate ? rate : test.FlakeRate);
                return !fails ? CellStatus.Pass : retry < test.RetryPassRatio ? CellStatus.Flaky : CellStatus.Fail;
            default:
                return CellStatus.Pass;
        }
    }

    private static void FillBuild(TestPlan test, JobPlan plan, RunVerdict[] verdicts, byte[] row, ServiceEra era)
    {
        var chance = new ChanceStream(StreamKey.Of(test.Key, 1));
        for (int r = 0; r < row.Length; r++)
        {
            double place = chance.NextUnit();
            RunPlan run = plan.Runs[r];
            if (test.Group == TestGroup.Step)
            {
                bool ran = run.Incident is not (IncidentKind.NoResults or IncidentKind.InstallFailure);
                row[r] = !ran ? (byte)CellStatus.NoResult : (byte)(verdicts[r].SuiteFailed || run.Incident != IncidentKind.None ? CellStatus.Fail : CellStatus.Pass);
                continue;
            }

            bool failed = verdicts[r].Failed || run.Incident != IncidentKind.None || place < FailsOutsideOfTests;
            bool late = failed && !plan.Oddities.Regular && place > (plan.Oddities.Forced ? 0.95 : 0.9995);
            row[r] = (byte)(late ? CellStatus.TimedOut
                : failed ? CellStatus.Fail
                : verdicts[r].Retried && era == ServiceEra.Autumn2020 ? CellStatus.Flaky
                : CellStatus.Pass);
        }
    }

    private struct RunVerdict
    {
        public bool Failed;
        public bool SuiteFailed;
        public bool Retried;
        public int Affected;
    }
}

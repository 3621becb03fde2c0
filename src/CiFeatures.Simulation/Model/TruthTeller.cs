using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>Turns a job's plan into truth records.</summary>
internal static class TruthTeller
{
    public static void Tell(JobPlan plan, ITruthSink sink)
    {
        var job = new JobTruth
        {
            Dashboard = plan.Dashboard,
            Job = plan.Job,
            Profile = plan.Profile.ToString().ToLowerInvariant(),
            Tests = plan.Tests.Length,
            Runs = plan.Runs.Length,
            BarrenRunShare = plan.BarrenRunShare,
            MassFailureShare = plan.MassFailureShare,
            HasTable = !plan.Oddities.NoTable,
            Oddities = plan.Oddities.Words(),
        };
        sink.Write(job, [.. plan.Runs.Reverse().Select(run => Of(plan, run))], [.. plan.Tests.Select(test => Of(plan, test))]);
    }

    private static RunTruth Of(JobPlan plan, RunPlan run) => new()
    {
        Dashboard = plan.Dashboard,
        Job = plan.Job,
        Build = run.Build,
        RunTimeMs = run.StartMs,
        PublishedTimeMs = run.PublishedMs,
        DurationMinutes = run.DurationMs / 60_000.0,
        Incident = run.Incident,
        AffectedTests = run.Affected,
    };

    private static TestTruth Of(JobPlan plan, TestPlan test)
    {
        RunPlan? regressed = RunAt(plan, test.RegressedRun);
        RunPlan? repaired = RunAt(plan, test.FixedRun);
        return new TestTruth
        {
            Dashboard = plan.Dashboard,
            Job = plan.Job,
            Test = test.Name,
            Class = test.Class,
            FlakeRate = test.FlakeRate,
            RetryPassRatio = test.RetryPassRatio,
            Presence = test.Presence,
            RegressedBuild = regressed?.Build,
            RegressedTimeMs = regressed?.StartMs,
            FixedBuild = repaired?.Build,
            FixedTimeMs = repaired?.StartMs,
            NewSinceBuild = test.FirstRun > 0 ? RunAt(plan, test.FirstRun)?.Build : null,
            StaleSinceBuild = RunAt(plan, test.CeasedRun)?.Build,
        };
    }

    private static RunPlan? RunAt(JobPlan plan, int run) => run >= 0 && run < plan.Runs.Length ? plan.Runs[run] : null;
}

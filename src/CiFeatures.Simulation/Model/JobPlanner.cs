using System.Globalization;
using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Model;

/// <summary>Decides everything about a job from the seed, the dashboard and the job's name alone.</summary>
internal static class JobPlanner
{
    public static JobPlan Plan(SimulationOptions options, string dashboard, string job, int jobIndex, Catalogue catalogue)
    {
        ulong key = StreamKey.Of(options.Seed, "job", dashboard, job);
        var chance = new ChanceStream(key);
        JobOddities oddities = OddityPlanner.Plan(options.Oddities, jobIndex, chance);
        JobShape shape = JobShape.Draw(options, dashboard, jobIndex, chance);
        var runPlanner = new RunPlanner(options, shape, oddities, key);
        RunPlan[] runs = oddities.EmptyAnswer ? [] : runPlanner.Plan();
        IReadOnlyList<JobTest> chosen = new JobTests(catalogue, options.Era, job, shape, chance).Choose();
        if ((long)runs.Length * chosen.Count > Limits.MostCellsOfAJob)
        {
            throw SimulationErrors.Large(
                "runs",
                string.Create(CultureInfo.InvariantCulture, $"{dashboard} / {job} would have {chosen.Count} tests and {runs.Length} runs, more than {Limits.MostCellsOfAJob} cells"),
                "Ask for fewer tests, runs or snapshots.");
        }

        return new JobPlan
        {
            Dashboard = dashboard,
            Job = job,
            Key = key,
            Profile = shape.Profile,
            Oddities = oddities,
            Runs = runs,
            Tests = oddities.EmptyAnswer ? [] : new TestPlanner(key, shape.Profile, runs.Length, !oddities.Regular).Plan(chosen),
            WindowMs = WindowOf(options, shape),
            MostColumns = shape.Runs,
            BarrenRunShare = runPlanner.BarrenRunShare,
            MassFailureShare = runPlanner.MassFailureShare,
        };
    }

    /// <summary>How far back an answer shows runs: to the asked start, or as far as the service keeps them.</summary>
    private static long WindowOf(SimulationOptions options, JobShape shape) =>
        options.Start is not null ? (long)shape.SpanMs
        : options.RunsPerJob is not null ? long.MaxValue
        : Limits.KeptMs;
}

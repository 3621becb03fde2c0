using System.Globalization;

namespace CiFeatures.Simulation;

/// <summary>Refuses options that cannot give a sensible simulation before anything is written.</summary>
internal static class OptionsCheck
{
    private const int MostJobs = 100_000;
    private const int MostRuns = 20_000;
    private const int MostSnapshots = 1_000;
    private const int LongestName = 200;

    public static void Require(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckDashboards(options);
        CheckSizes(options);
        CheckTimes(options);
        if (!Enum.IsDefined(options.Oddities))
        {
            throw SimulationErrors.Bad("oddities", Text($"{options.Oddities} is not a level"), "Use none, real or all.");
        }

        if (!Enum.IsDefined(options.Era))
        {
            throw SimulationErrors.Bad("era", Text($"{options.Era} is not an era"), "Use one of " + string.Join(", ", Enum.GetNames<ServiceEra>()) + ".");
        }
    }

    private static void CheckDashboards(SimulationOptions options)
    {
        if (options.Dashboards.Count == 0)
        {
            throw SimulationErrors.Bad("dashboards", "there is none", "Ask for at least one dashboard.");
        }

        if (options.JobsPerDashboard.Count != options.Dashboards.Count)
        {
            throw SimulationErrors.Bad(
                "jobs",
                Text($"{options.JobsPerDashboard.Count} numbers of jobs are given for {options.Dashboards.Count} dashboards"),
                "Give one number for each dashboard.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in options.Dashboards)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.AsSpan().ContainsAnyInRange('\0', '\x1f'))
            {
                throw SimulationErrors.Bad("dashboards", Text($"a name is blank, longer than {LongestName} characters or has control characters"), "Choose a plain name.");
            }

            if (!seen.Add(name))
            {
                throw SimulationErrors.Bad("dashboards", $"\"{name}\" is there twice", "Give each dashboard its own name.");
            }
        }

        long jobs = 0;
        foreach (int count in options.JobsPerDashboard)
        {
            if (count < 1)
            {
                throw SimulationErrors.Bad("jobs", Text($"{count} jobs in a dashboard"), "Ask for at least one job in each dashboard.");
            }

            jobs += count;
        }

        if (jobs > MostJobs)
        {
            throw SimulationErrors.Large("jobs", Text($"{jobs} jobs, the limit is {MostJobs}"), "Ask for fewer jobs or dashboards.");
        }
    }

    private static void CheckSizes(SimulationOptions options)
    {
        if (!double.IsFinite(options.TestsScale) || options.TestsScale <= 0 || options.TestsScale > 100)
        {
            throw SimulationErrors.Bad("tests-scale", Text($"{options.TestsScale} is not above 0 and at most 100"), "Use 1 for as many tests as measured, 0.1 for a tenth.");
        }

        if (options.FewestTests < 1 || options.MostTests < options.FewestTests || options.MostTests > 100_000)
        {
            throw SimulationErrors.Bad("tests", Text($"the bounds {options.FewestTests} and {options.MostTests} are not 1 <= fewest <= most <= 100000"), "Correct the bounds.");
        }

        if (options.BuildsPerJob is < 0 or > MostRuns)
        {
            throw SimulationErrors.Bad("builds", Text($"{options.BuildsPerJob} is not between 0 and {MostRuns}"), "Choose another number of builds, or 0 for none.");
        }

        if (options.RunsPerJob is < 1 or > MostRuns)
        {
            throw SimulationErrors.Bad("runs", Text($"{options.RunsPerJob} is not between 1 and {MostRuns}"), "Choose another number of runs, or none for the measured numbers.");
        }
    }

    public static void RequireBuildSink(SimulationOptions options, Answers.IAnswerSink answers)
    {
        if (options.BuildsPerJob > 0 && answers is not Answers.IBuildSink)
        {
            throw SimulationErrors.NoBuilds();
        }
    }

    private static void CheckTimes(SimulationOptions options)
    {
        if (options.Snapshots is < 1 or > MostSnapshots)
        {
            throw SimulationErrors.Bad("snapshots", Text($"{options.Snapshots} is not between 1 and {MostSnapshots}"), "Ask for one snapshot or a few.");
        }

        if (options.Snapshots > 1 && (options.SnapshotSpacing < TimeSpan.FromSeconds(1) || options.SnapshotSpacing > TimeSpan.FromDays(3650)))
        {
            throw SimulationErrors.Bad("snapshot-spacing", Text($"{options.SnapshotSpacing} is not between one second and ten years"), "Use days, such as 7.");
        }

        var earliest = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
        if (options.End < earliest || options.End.Year > 2200)
        {
            throw SimulationErrors.Bad("end", Text($"{options.End:u} is not between 2015 and 2200"), "Choose a time in that range.");
        }

        if (options.Start is { } start && (start >= options.End || start < earliest))
        {
            throw SimulationErrors.Bad("start", Text($"{start:u} is not between 2015 and the end, {options.End:u}"), "Choose an earlier start or a later end.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

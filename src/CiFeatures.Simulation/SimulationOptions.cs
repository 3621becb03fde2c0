using System.Globalization;

namespace CiFeatures.Simulation;

/// <summary>What to simulate. Same options, same version: same bytes.</summary>
public sealed record SimulationOptions
{
    /// <summary>The seed of all chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Names of the dashboards; each has its own jobs.</summary>
    public IReadOnlyList<string> Dashboards { get; init; } = [];

    /// <summary>Jobs in each dashboard, in the order of <see cref="Dashboards"/>.</summary>
    public IReadOnlyList<int> JobsPerDashboard { get; init; } = [];

    /// <summary>Factor on the measured number of tests per job (a ratio; 1 = as measured).</summary>
    public double TestsScale { get; init; } = 1;

    /// <summary>Fewest tests of a job before oddities.</summary>
    public int FewestTests { get; init; } = 2;

    /// <summary>Most tests of a job.</summary>
    public int MostTests { get; init; } = 20_000;

    /// <summary>Runs that each answer shows; null = as measured (2 to 1,362, median 60).</summary>
    public int? RunsPerJob { get; init; }

    /// <summary>Builds with logs and artifacts for each job and snapshot, the newest runs of its grid; 0 = none.</summary>
    public int BuildsPerJob { get; init; }

    /// <summary>Oldest moment that the newest snapshot shows, UTC; null = as measured (7 to 60 days before <see cref="End"/>).</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When the newest snapshot is taken, UTC.</summary>
    public DateTimeOffset End { get; init; } = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many snapshots are taken of the same jobs.</summary>
    public int Snapshots { get; init; } = 1;

    /// <summary>Time between two snapshots; shorter than the window of the answers, so that they overlap.</summary>
    public TimeSpan SnapshotSpacing { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether rows have durations (<c>graphs</c> with <c>test-duration-minutes</c>).</summary>
    public bool Durations { get; init; }

    /// <summary>How many oddities of recorded answers appear.</summary>
    public OddityLevel Oddities { get; init; } = OddityLevel.Real;

    /// <summary>Which year's service the answers imitate.</summary>
    public ServiceEra Era { get; init; } = ServiceEra.Summer2021;

    /// <summary>The options of a named size.</summary>
    /// <param name="preset">The size.</param>
    /// <param name="seed">The seed.</param>
    public static SimulationOptions For(SimulationPreset preset, ulong seed) => preset switch
    {
        SimulationPreset.Small => new()
        {
            Seed = seed,
            Dashboards = NamesFor(2),
            JobsPerDashboard = [3, 5],
            TestsScale = 0.2,
            FewestTests = 60,
            MostTests = 300,
            RunsPerJob = 45,
            Durations = true,
        },
        SimulationPreset.Medium => new()
        {
            Seed = seed,
            Dashboards = NamesFor(2),
            JobsPerDashboard = [6, 18],
            TestsScale = 1 / 3.0,
            Durations = true,
        },
        _ => new() { Seed = seed, Dashboards = NamesFor(2), JobsPerDashboard = [6, 102] },
    };

    /// <summary>Default names for a number of dashboards, two per release: blocking, then informing.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> NamesFor(int count)
    {
        var names = new string[Math.Max(count, 0)];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = string.Create(CultureInfo.InvariantCulture, $"sim-platform-release-5.{1 + (i / 2)}-{(i % 2 == 0 ? "blocking" : "informing")}");
        }

        return names;
    }
}

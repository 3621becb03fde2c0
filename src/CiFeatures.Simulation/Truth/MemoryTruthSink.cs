namespace CiFeatures.Simulation.Truth;

/// <summary>Keeps the truth in memory.</summary>
public sealed class MemoryTruthSink : ITruthSink
{
    private readonly List<JobTruth> _jobs = [];
    private readonly List<RunTruth> _runs = [];
    private readonly List<TestTruth> _tests = [];
    private readonly List<BuildTruth> _builds = [];

    /// <summary>All jobs.</summary>
    public IReadOnlyList<JobTruth> Jobs => _jobs;

    /// <summary>All runs, newest first within a job.</summary>
    public IReadOnlyList<RunTruth> Runs => _runs;

    /// <summary>All tests, by name within a job.</summary>
    public IReadOnlyList<TestTruth> Tests => _tests;

    /// <summary>All builds, newest first within a job.</summary>
    public IReadOnlyList<BuildTruth> Builds => _builds;

    /// <inheritdoc/>
    public void Begin(SimulationOptions options, string version)
    {
        _jobs.Clear();
        _runs.Clear();
        _tests.Clear();
        _builds.Clear();
    }

    /// <inheritdoc/>
    public void Write(JobTruth job, IReadOnlyList<RunTruth> runs, IReadOnlyList<TestTruth> tests)
    {
        _jobs.Add(job);
        _runs.AddRange(runs);
        _tests.AddRange(tests);
    }

    /// <inheritdoc/>
    public void WriteBuilds(IReadOnlyList<BuildTruth> builds) => _builds.AddRange(builds);

    /// <inheritdoc/>
    public void End(SimulationResult result)
    {
    }
}

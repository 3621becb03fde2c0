using CiFeatures.Core.Summaries;

namespace CiFeatures.Collection.TestGrid.Choice;

/// <summary>What of a TestGrid is taken.</summary>
internal sealed class JobChoice
{
    private readonly NameChoice _jobs;
    private readonly long? _sinceMs;

    /// <summary>Reads the patterns.</summary>
    /// <param name="options">The options of the collection.</param>
    /// <param name="at">The snapshot's time.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">A pattern is not valid.</exception>
    public JobChoice(CollectOptions options, DateTimeOffset at)
    {
        Dashboards = new NameChoice(options.Dashboards, options.ExcludedDashboards, "dashboard");
        _jobs = new NameChoice(options.JobPatterns, options.ExcludedJobs, "job");
        DateTimeOffset? since = options.NewerThan is { } age ? at - age : null;
        _sinceMs = (options.Since > since ? options.Since : since ?? options.Since)?.ToUnixTimeMilliseconds();
    }

    /// <summary>Gets the choice of dashboards.</summary>
    public NameChoice Dashboards { get; }

    /// <summary>Chooses among the jobs of a dashboard.</summary>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="jobs">The names of its jobs.</param>
    /// <param name="summary">What is known about them; null where nothing is.</param>
    /// <param name="findings">Learns of it.</param>
    /// <returns>The jobs that are taken, in their order.</returns>
    public IReadOnlyList<string> Take(string dashboard, IReadOnlyList<string> jobs, DashboardSummary? summary, Findings findings)
    {
        List<string> named = [.. jobs.Where(_jobs.Takes)];
        HashSet<string> old = _sinceMs is { } since && summary is not null
            ? [.. summary.Jobs.Where(j => j.LastRunTimeMs < since).Select(j => j.Job)]
            : [];
        List<string> taken = [.. named.Where(job => !old.Contains(job))];
        findings.Read(dashboard, jobs, taken.Count, named.Count - taken.Count);
        return taken;
    }

    public override string ToString() => _jobs.ToString();
}

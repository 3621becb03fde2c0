using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What a collection learns on its way. Safe to use from several threads.</summary>
internal sealed class Findings
{
    private readonly Lock _lock = new();
    private readonly SortedSet<string> _dashboards = new(StringComparer.Ordinal);
    private JobKey? _example;
    private CiFeaturesException? _firstProblem;

    /// <summary>Gets how many dashboards the service has; null where it was not asked.</summary>
    public int? DashboardsListed { get; private set; }

    /// <summary>Gets one dashboard that the service has; null where it was not asked or has none.</summary>
    public string? ExampleDashboard { get; private set; }

    /// <summary>Gets how many dashboards named their jobs.</summary>
    public int DashboardsRead => _dashboards.Count;

    /// <summary>Gets how many jobs the dashboards have.</summary>
    public int JobsListed { get; private set; }

    /// <summary>Gets how many of them were wanted.</summary>
    public int JobsTaken { get; private set; }

    /// <summary>Gets how many were left out because nothing ran lately.</summary>
    public int JobsTooOld { get; private set; }

    /// <summary>Gets one job that there is; null where there is none.</summary>
    public JobKey? Example => _example;

    /// <summary>Gets the first reason why a dashboard could not be read.</summary>
    public CiFeaturesException? FirstProblem => _firstProblem;

    /// <summary>The service said which dashboards there are.</summary>
    public void Listed(IReadOnlyList<string> dashboards)
    {
        lock (_lock)
        {
            DashboardsListed = dashboards.Count;
            ExampleDashboard = dashboards.Count == 0 ? null : dashboards[0];
        }
    }

    /// <summary>A dashboard said which jobs it has.</summary>
    public void Read(string dashboard, IReadOnlyList<string> jobs, int taken, int tooOld)
    {
        lock (_lock)
        {
            _dashboards.Add(dashboard);
            JobsListed += jobs.Count;
            JobsTaken += taken;
            JobsTooOld += tooOld;
            if (jobs.Count > 0)
            {
                _example ??= new JobKey(dashboard, jobs[0]);
            }
        }
    }

    /// <summary>A dashboard could not be read.</summary>
    public void Failed(CiFeaturesException problem)
    {
        lock (_lock)
        {
            _firstProblem ??= problem;
        }
    }
}

namespace CiFeatures.Core.Grids;

/// <summary>Names one job: the dashboard and the job in it (TestGrid calls a job a tab).</summary>
/// <param name="Dashboard">The dashboard's published name.</param>
/// <param name="Job">The job's published name.</param>
public readonly record struct JobKey(string Dashboard, string Job)
{
    /// <summary>Both names for a person, parted by " / ".</summary>
    public override string ToString() => $"{Dashboard} / {Job}";
}

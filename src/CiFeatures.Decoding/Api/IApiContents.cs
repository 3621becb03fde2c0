using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Decoding.Api;

/// <summary>Where a server of the API gets grids and summaries from.</summary>
public interface IApiContents
{
    /// <summary>A job's grid.</summary>
    /// <param name="key">The configured names of dashboard and tab.</param>
    /// <returns>Null when there is none; the server answers 404.</returns>
    JobGrid? ReadGrid(JobKey key);

    /// <summary>A dashboard's summary.</summary>
    /// <param name="dashboard">The configured name.</param>
    /// <returns>Null when there is none; the server answers 404.</returns>
    DashboardSummary? ReadSummary(string dashboard);
}

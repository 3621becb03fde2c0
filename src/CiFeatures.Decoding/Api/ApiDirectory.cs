using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Api;

/// <summary>What an instance is configured with, looked up by name as the v1 API does: only letters and digits count, and case does not.</summary>
public sealed class ApiDirectory
{
    private readonly SortedDictionary<string, ApiGroup> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ApiDashboard> _dashboards = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Dashboard, string Tab), ApiTab> _tabs = [];
    private readonly Dictionary<string, string> _groupOf = new(StringComparer.Ordinal);

    /// <summary>Makes the directory.</summary>
    /// <param name="groups">The dashboard groups.</param>
    /// <param name="dashboards">The dashboards with their tabs.</param>
    /// <exception cref="CiFeaturesException">Two groups, two dashboards, or two tabs of one dashboard have names that are the same to the API, or a name has no letter and no digit.</exception>
    public ApiDirectory(IReadOnlyList<ApiGroup> groups, IReadOnlyList<ApiDashboard> dashboards)
    {
        ApiNames.Index(groups.Select(g => g.Name), "dashboard group");
        ApiNames.Index(dashboards.Select(d => d.Name), "dashboard");
        foreach (ApiDashboard dashboard in dashboards)
        {
            string normal = ApiNames.Normalize(dashboard.Name);
            ApiNames.Index(dashboard.Tabs.Select(t => t.Name), $"tab of the dashboard '{dashboard.Name}'");
            _dashboards.Add(normal, dashboard);
            foreach (ApiTab tab in dashboard.Tabs)
            {
                _tabs.Add((normal, ApiNames.Normalize(tab.Name)), tab);
            }
        }

        // A dashboard may be in several groups, and the answer has room for one: the first by name.
        foreach (ApiGroup group in groups.OrderBy(g => g.Name, StringComparer.Ordinal))
        {
            _groups.Add(ApiNames.Normalize(group.Name), group);
            foreach (string dashboard in group.Dashboards)
            {
                _groupOf.TryAdd(dashboard, group.Name);
            }
        }
    }

    /// <summary>The groups, sorted by name.</summary>
    public IEnumerable<ApiGroup> Groups => _groups.Values.OrderBy(g => g.Name, StringComparer.Ordinal);

    /// <summary>The dashboards, sorted by name.</summary>
    public IEnumerable<ApiDashboard> Dashboards => _dashboards.Values.OrderBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>The group that a dashboard belongs to, the first by name where there are several.</summary>
    /// <param name="dashboard">The dashboard's configured name.</param>
    /// <returns>Null when it belongs to none.</returns>
    public string? GroupOf(string dashboard) => _groupOf.GetValueOrDefault(dashboard);

    /// <summary>Looks up a group.</summary>
    /// <param name="name">Its name in any form.</param>
    /// <param name="group">The group.</param>
    public bool TryGroup(string name, [NotNullWhen(true)] out ApiGroup? group) => _groups.TryGetValue(ApiNames.Normalize(name), out group);

    /// <summary>Looks up a dashboard.</summary>
    /// <param name="name">Its name in any form.</param>
    /// <param name="dashboard">The dashboard.</param>
    public bool TryDashboard(string name, [NotNullWhen(true)] out ApiDashboard? dashboard) => _dashboards.TryGetValue(ApiNames.Normalize(name), out dashboard);

    /// <summary>Looks up a tab.</summary>
    /// <param name="dashboard">The dashboard's name in any form.</param>
    /// <param name="name">The tab's name in any form.</param>
    /// <param name="tab">The tab.</param>
    public bool TryTab(string dashboard, string name, [NotNullWhen(true)] out ApiTab? tab) =>
        _tabs.TryGetValue((ApiNames.Normalize(dashboard), ApiNames.Normalize(name)), out tab);
}

using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Decoding.Api;

/// <summary>Answers requests as a TestGrid API server does. It knows no network: a path and a query come in, a status and a body go out.</summary>
/// <param name="defaultBucket">The bucket that requests without <c>scope</c> are about, such as <c>gs://bucket</c>; null when there is none.</param>
/// <param name="open">Gives the instance of a configuration object such as <c>gs://bucket/config</c>, or null when there is none.</param>
/// <remarks>Every error is status 404 with a plain text. The route of a single tab is documented for the API but is not routed by its server; here it is.</remarks>
public sealed class ApiRoutes(string? defaultBucket, Func<string, ApiInstance?> open)
{
    /// <summary>Answers one request.</summary>
    /// <param name="path">The escaped path after <c>/api/v1</c>, such as <c>/dashboards/mydashboard/tabs</c>.</param>
    /// <param name="query">The query, with or without the question mark; only <c>scope</c> counts.</param>
    /// <returns>The answer.</returns>
    public ApiResponse Get(string path, string query)
    {
        string? scope = ApiScope.FromQuery(query);
        if (!ApiScope.TryResolve(scope, defaultBucket, out ApiScope found) || open(found.ConfigPath) is not { } instance)
        {
            return ApiResponse.NotFound("There is no configuration for this scope.");
        }

        string[] parts = [.. path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)];
        byte[]? body = parts[0] switch
        {
            "dashboard-groups" => Groups(instance, scope, parts),
            "dashboards" => Dashboards(instance, scope, parts),
            _ => null,
        };
        return body is null ? ApiResponse.NotFound("There is nothing of that name.") : ApiResponse.Json(body);
    }

    private static byte[]? Groups(ApiInstance instance, string? scope, string[] parts)
    {
        if (parts.Length == 1)
        {
            return ApiAnswerWriter.DashboardGroups(instance.Directory, scope);
        }

        if (!instance.Directory.TryGroup(parts[1], out ApiGroup? group))
        {
            return null;
        }

        return parts switch
        {
            [_, _] => ApiAnswerWriter.GroupDashboards(group, scope),
            [_, _, "dashboard-summaries"] => ApiAnswerWriter.DashboardSummaries(Summaries(instance, group)),
            _ => null,
        };
    }

    private static byte[]? Dashboards(ApiInstance instance, string? scope, string[] parts)
    {
        if (parts.Length == 1)
        {
            return ApiAnswerWriter.Dashboards(instance.Directory, scope);
        }

        if (!instance.Directory.TryDashboard(parts[1], out ApiDashboard? dashboard))
        {
            return null;
        }

        return parts switch
        {
            [_, _] => ApiAnswerWriter.Dashboard(dashboard),
            [_, _, "tabs"] => ApiAnswerWriter.Tabs(dashboard, scope),
            [_, _, "tabs", ..] => Tab(instance, dashboard, parts),
            [_, _, "summary"] => Summary(instance, dashboard) is { } summary ? ApiAnswerWriter.DashboardSummary(summary) : null,
            [_, _, "tab-summaries"] => Summary(instance, dashboard) is { } summary ? ApiAnswerWriter.TabSummaries(summary) : null,
            [_, _, "tab-summaries", var name] => TabSummary(instance, dashboard, name),
            _ => null,
        };
    }

    private static byte[]? Tab(ApiInstance instance, ApiDashboard dashboard, string[] parts)
    {
        if (!instance.Directory.TryTab(dashboard.Name, parts[3], out ApiTab? tab))
        {
            return null;
        }

        if (parts.Length == 4)
        {
            return ApiAnswerWriter.Tab(tab);
        }

        // Only these two have a grid to read.
        bool headers = parts is [.., _, "headers"];
        if (parts.Length != 5 || (!headers && parts[4] != "rows") || instance.Contents.ReadGrid(new JobKey(dashboard.Name, tab.Name)) is not { } grid)
        {
            return null;
        }

        return headers ? ApiAnswerWriter.Headers(grid) : ApiAnswerWriter.Rows(grid);
    }

    private static byte[]? TabSummary(ApiInstance instance, ApiDashboard dashboard, string name)
    {
        string normal = ApiNames.Normalize(name);
        JobSummary? found = Summary(instance, dashboard)?.Jobs.FirstOrDefault(j => ApiNames.Normalize(j.Job) == normal);
        return found is null ? null : ApiAnswerWriter.TabSummary(dashboard.Name, found);
    }

    private static DashboardSummary? Summary(ApiInstance instance, ApiDashboard dashboard) =>
        instance.Contents.ReadSummary(dashboard.Name) is { } summary ? summary with { Dashboard = dashboard.Name } : null;

    // A dashboard of the group that is not configured or has no summary yet is passed over.
    private static List<DashboardSummary> Summaries(ApiInstance instance, ApiGroup group)
    {
        List<DashboardSummary> summaries = [];
        foreach (string name in group.Dashboards.Order(StringComparer.Ordinal))
        {
            if (instance.Directory.TryDashboard(name, out ApiDashboard? dashboard) && Summary(instance, dashboard) is { } summary)
            {
                summaries.Add(summary);
            }
        }

        return summaries;
    }
}

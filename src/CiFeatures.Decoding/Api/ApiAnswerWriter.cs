using System.Text.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Writes answers of the v1 API as its server does: UTF-8 JSON in snake case, fields with their default left out.</summary>
/// <remarks>The same input always gives the same bytes. Lists are sorted by name, ordinally. Where the server leaves the order open, the names decide.</remarks>
public static partial class ApiAnswerWriter
{
    private const int Top = 5;

    /// <summary>The answer of <c>/dashboard-groups</c>.</summary>
    /// <param name="directory">What is configured.</param>
    /// <param name="scope">The request's scope, which the links carry on; null when it has none.</param>
    public static byte[] DashboardGroups(ApiDirectory directory, string? scope = null) =>
        List("dashboard_groups", directory.Groups.Select(g => new ApiResource(g.Name, $"/dashboard-groups/{ApiNames.Normalize(g.Name)}", null)), scope);

    /// <summary>The answer of <c>/dashboard-groups/{g}</c>.</summary>
    /// <param name="group">The group.</param>
    /// <param name="scope">The request's scope; null when it has none.</param>
    public static byte[] GroupDashboards(ApiGroup group, string? scope = null) =>
        List("dashboards", group.Dashboards.Select(d => new ApiResource(d, DashboardLink(d), null)), scope);

    /// <summary>The answer of <c>/dashboards</c>.</summary>
    /// <param name="directory">What is configured.</param>
    /// <param name="scope">The request's scope; null when it has none.</param>
    public static byte[] Dashboards(ApiDirectory directory, string? scope = null) =>
        List("dashboards", directory.Dashboards.Select(d => new ApiResource(d.Name, DashboardLink(d.Name), directory.GroupOf(d.Name))), scope);

    /// <summary>The answer of <c>/dashboards/{d}/tabs</c>.</summary>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="scope">The request's scope; null when it has none.</param>
    public static byte[] Tabs(ApiDashboard dashboard, string? scope = null) =>
        List("dashboard_tabs", dashboard.Tabs.Select(t => new ApiResource(t.Name, $"{DashboardLink(dashboard.Name)}/tabs/{ApiNames.Normalize(t.Name)}", null)), scope);

    /// <summary>The answer of <c>/dashboards/{d}</c>.</summary>
    /// <param name="dashboard">The dashboard.</param>
    public static byte[] Dashboard(ApiDashboard dashboard) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        if (dashboard.Notifications.Count > 0)
        {
            json.WriteStartArray("notifications");
            foreach (ApiNotification note in dashboard.Notifications)
            {
                json.WriteStartObject();
                WriteText(json, "summary", note.Summary);
                WriteText(json, "context_link", note.ContextLink);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteText(json, "default_tab", dashboard.DefaultTab);
        WriteFlag(json, "suppress_failing_tabs", dashboard.SuppressFailingTabs);
        WriteFlag(json, "highlight_today", dashboard.HighlightToday);
        json.WriteEndObject();
    });

    private static string DashboardLink(string name) => $"/dashboards/{ApiNames.Normalize(name)}";

    private static byte[] List(string field, IEnumerable<ApiResource> resources, string? scope) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        bool any = false;
        foreach (ApiResource resource in resources.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            if (!any)
            {
                json.WriteStartArray(field);
                any = true;
            }

            json.WriteStartObject();
            WriteText(json, "name", resource.Name);
            WriteText(json, "link", resource.Link + ApiScope.LinkQuery(scope));
            WriteText(json, "dashboard_group_name", resource.DashboardGroup ?? "");
            json.WriteEndObject();
        }

        if (any)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void WriteText(Utf8JsonWriter json, string field, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(field, text);
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string field, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(field, true);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string field, int number)
    {
        if (number != 0)
        {
            json.WriteNumber(field, number);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string field, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

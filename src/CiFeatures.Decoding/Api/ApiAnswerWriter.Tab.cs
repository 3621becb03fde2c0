using System.Text.Json;

namespace CiFeatures.Decoding.Api;

/// <content>Writes what a tab is configured with.</content>
public static partial class ApiAnswerWriter
{
    /// <summary>The answer of <c>/dashboards/{d}/tabs/{t}</c>, which the API documents.</summary>
    /// <param name="tab">The tab.</param>
    public static byte[] Tab(ApiTab tab) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        WriteText(json, "name", tab.Name);
        WriteText(json, "test_group_name", tab.TestGroupName);
        WriteText(json, "description", tab.Description);
        WriteSource(json, tab);
        WriteLinks(json, "tab_menu_templates", [tab.Results, new("About this tab", tab.AboutUrl)]);
        WriteLinks(json, "column_diff_templates", [new("Search for Changes", tab.CodeSearchUrl), .. tab.ColumnDiffs]);
        WriteLinks(json, "cell_menu_templates", [new("Open Test", tab.OpenTestUrl), new("File a Bug", tab.FileBugUrl), new("Attach to Bug", tab.AttachBugUrl)]);
        json.WriteStartObject("alert_options");
        json.WriteEndObject();
        WriteText(json, "base_options", tab.BaseOptions);
        json.WriteEndObject();
    });

    private static void WriteSource(Utf8JsonWriter json, ApiTab tab)
    {
        json.WriteStartObject("result_source");
        if (tab.GcsPrefix.Length + tab.PubsubProject.Length + tab.PubsubSubscription.Length > 0)
        {
            json.WriteStartObject("gcs_config");
            WriteText(json, "gcs_prefix", tab.GcsPrefix);
            WriteText(json, "pubsub_project", tab.PubsubProject);
            WriteText(json, "pubsub_subscription", tab.PubsubSubscription);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, string field, IReadOnlyList<ApiLink> links)
    {
        if (links.All(l => l.Url.Length == 0))
        {
            return;
        }

        json.WriteStartArray(field);
        foreach (ApiLink link in links.Where(l => l.Url.Length > 0))
        {
            json.WriteStartObject();
            WriteText(json, "text", link.Text);
            WriteText(json, "url", link.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

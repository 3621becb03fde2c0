using System.Text.Json;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Writes what follows the rows of a table answer: counts, link templates, overall status.</summary>
internal static class AnswerTail
{
    public static void Write(Utf8JsonWriter json, GridView view, ServiceEra era, bool nullLists)
    {
        json.WriteNull("test_id_map");
        json.WriteStartObject("test-metadata");
        json.WriteEndObject();
        json.WriteNumber("stale-test-threshold", GridViewBuilder.RecentColumns);
        json.WriteNumber("num-stale-tests", view.Verdict.StaleRows);
        if (view.Plan.Oddities.EmptyAnswer)
        {
            json.WriteString("alerts", "Warning: Test results are stale.");
        }

        json.WriteBoolean("add-tabular-names-option", false);
        json.WriteBoolean("show-tabular-names", false);
        json.WriteString("description", "");
        json.WriteNumber("bug-component", 0);
        json.WriteString("code-search-path", "https://github.com/simulated/platform/search");
        WriteTemplate(json, "open-test-template", "https://ci.example/view/gs/<gcs_prefix>/<changelist>");
        WriteTemplate(json, "file-bug-template", "https://bugs.example/new", ("comment", "test: <test-name> failed, see job: <link>"), ("short_desc", "test: <test-name>"));
        WriteTemplate(json, "attach-bug-template", "");
        WriteTemplate(json, "results-url-template", "https://ci.example/job-history/<gcs_prefix>");
        WriteTemplate(json, "code-search-url-template", "https://github.com/simulated/platform/compare/<start-custom-0>...<end-custom-0>");
        json.WriteString("about-dashboard-url", "");
        WriteTemplate(json, "open-bug-template", "https://bugs.example/issues/");
        WriteTemplate(json, "context-menu-template", "");
        if (era >= ServiceEra.Summer2021)
        {
            json.WriteNull("column-diff-link-templates");
        }

        json.WriteString("results-text", "See these results on the CI server");
        json.WriteString("latest-green", "");
        json.WriteBoolean("triage-enabled", false);
        if (nullLists)
        {
            json.WriteNull("notifications");
        }
        else
        {
            json.WriteStartArray("notifications");
            json.WriteEndArray();
        }

        json.WriteNumber("overall-status", view.Verdict.TableStatus);
    }

    private static void WriteTemplate(Utf8JsonWriter json, string name, string url, params ReadOnlySpan<(string Key, string Value)> options)
    {
        json.WriteStartObject(name);
        GoText.Write(json, "url", url);
        json.WriteString("name", "");
        json.WriteStartObject("options");
        foreach ((string key, string value) in options)
        {
            GoText.Write(json, key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
